using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace SoftKernels.Accuracy.Exponential;

/// <summary>The exponential of every float, or every n-th, from 0 down to −110. All weights there are normal numbers, at least 2^-114.</summary>
internal sealed class ExponentialSweep(uint stride)
{
    /// <summary>
    /// In units of 2^-24: the derivation in docs/numerics.md gives 1.55, and the reference, right to 2^-50, blurs nothing that is seen here.
    /// </summary>
    public const double Bound = 1.6;

    private const int BlockLength = 4096;
    private const double UnitRoundoff = 1.0 / (1 << 24);
    private const double WeightUnit = 1L << 45;

    private static readonly uint First = BitConverter.SingleToUInt32Bits(-0f);
    private static readonly uint Last = BitConverter.SingleToUInt32Bits(-110f);

    private readonly long _count = ((Last - First) / stride) + 1;
    private readonly Lock _gate = new();
    private (double Error, float X) _relative;
    private (double Error, float X) _ulp;
    private long _differing;

    public ExponentialResult Run()
    {
        Parallel.For(0, (_count + BlockLength - 1) / BlockLength, () => new Block(), (index, _, block) => See(index, block), Merge);
        return new()
        {
            Values = _count,
            Widths = [.. Width.All.Select(width => width.Name)],
            BitsThatDiffer = _differing,
            RelativeError = _relative.Error,
            RelativeErrorAt = _relative.X,
            Ulp = _ulp.Error,
            UlpAt = _ulp.X,
        };
    }

    private Block See(long index, Block block)
    {
        // The last block ends with the last value, again and again.
        var start = index * BlockLength;
        for (var i = 0; i < BlockLength; i++)
        {
            block.X[i] = BitConverter.UInt32BitsToSingle(First + ((uint)Math.Min(start + i, _count - 1) * stride));
        }

        block.Measure();
        return block;
    }

    private void Merge(Block block)
    {
        lock (_gate)
        {
            _relative = Worse(_relative, block.Relative);
            _ulp = Worse(_ulp, block.Ulp);
            _differing += block.Differing;
        }
    }

    /// <summary>The greater error; of equal ones that nearer 0, whichever thread saw it.</summary>
    private static (double Error, float X) Worse((double Error, float X) left, (double Error, float X) right) =>
        (right.Error, right.X).CompareTo((left.Error, left.X)) > 0 ? right : left;

    /// <summary>One thread's values and what it has seen so far.</summary>
    private sealed class Block
    {
        private readonly float[] _weights = new float[BlockLength];
        private readonly float[] _others = new float[BlockLength];

        public float[] X { get; } = new float[BlockLength];

        public (double Error, float X) Relative { get; private set; }

        public (double Error, float X) Ulp { get; private set; }

        public long Differing { get; private set; }

        public void Measure()
        {
            Width.All[0].Weigh(X, _weights);
            foreach (var width in Width.All.Skip(1))
            {
                width.Weigh(X, _others);
                Differing += Bits(_weights).SequenceEqual(Bits(_others)) ? 0 : CountDiffering();
            }

            for (var i = 0; i < BlockLength; i++)
            {
                var exact = Math.Exp(X[i]) * WeightUnit;
                var error = float.IsNaN(_weights[i]) ? double.PositiveInfinity : Math.Abs(_weights[i] - exact);
                Relative = Max(Relative, error / exact / UnitRoundoff, X[i]);
                Ulp = Max(Ulp, error / UnitOf(exact), X[i]);
            }
        }

        private static (double Error, float X) Max((double Error, float X) worst, double error, float x) =>
            error > worst.Error || (error == worst.Error && x > worst.X) ? (error, x) : worst;

        /// <summary>The float unit of a double's binade; ScaleB would take most of the time.</summary>
        private static double UnitOf(double exact) =>
            BitConverter.UInt64BitsToDouble((BitConverter.DoubleToUInt64Bits(exact) & 0x7FF0_0000_0000_0000) - (23UL << 52));

        private static ReadOnlySpan<int> Bits(float[] values) => MemoryMarshal.Cast<float, int>(values.AsSpan());

        private long CountDiffering() => _weights.Zip(_others).Count(pair => !pair.First.Equals(pair.Second));
    }
}
