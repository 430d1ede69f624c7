using System;
using System.Runtime.InteropServices;

namespace Consumers
{
    /// <summary>Values of one type as words, and how far two words are from each other.</summary>
    internal sealed class Format<T>
        where T : struct
    {
        private readonly ulong _infinity;

        /// <summary>A format whose +∞ has the given bits; of the greatest integer, where there is no infinity.</summary>
        public Format(ulong infinity)
        {
            _infinity = infinity;
        }

        public T[] Values(ulong[] words)
        {
            return Array.ConvertAll(words, word => MemoryMarshal.Cast<ulong, T>(new[] { word })[0]);
        }

        public ulong Word(T value)
        {
            var word = new ulong[1];
            MemoryMarshal.Cast<ulong, T>(word.AsSpan())[0] = value;
            return word[0];
        }

        /// <summary>The steps from one number to the other; 0 between two NaNs.</summary>
        public ulong Distance(ulong left, ulong right)
        {
            long a = Place(left);
            long b = Place(right);
            bool areNaN = Math.Abs(a) > (long)_infinity && Math.Abs(b) > (long)_infinity;
            return a == b || areNaN ? 0 : (ulong)Math.Max(a, b) - (ulong)Math.Min(a, b);
        }

        private long Place(ulong word)
        {
            // The sign is the bit above those of infinity and NaN.
            ulong sign = _infinity <= uint.MaxValue ? 1UL << 31 : 1UL << 63;
            return (word & sign) == 0 ? (long)word : -(long)(word & ~sign);
        }
    }
}
