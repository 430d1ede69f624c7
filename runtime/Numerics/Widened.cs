#if NET8_0_OR_GREATER
using System;
using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>Rows of a type without kernels of its own, carried to float or double and back.</summary>
internal static class Widened<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether float holds every value of <typeparamref name="T"/>, else double does.</summary>
    /// <exception cref="NotSupportedException">Neither does.</exception>
    public static bool FitsSingle => Unsafe.SizeOf<T>() <= sizeof(float) || (Unsafe.SizeOf<T>() <= sizeof(double)
        ? false
        : throw new NotSupportedException($"{typeof(T)} is wider than double: SoftMath computes in float or double. Convert the values first."));

    /// <summary>A result, rounded once. What is too small for the type is +0, never −0.</summary>
    public static T Rounded<TWide>(TWide result)
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide> => T.CreateTruncating(result) + T.Zero;

    /// <summary>A row as <typeparamref name="TWide"/>, in a pooled array.</summary>
    internal readonly ref struct Copy<TWide>
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
    {
        private readonly TWide[] _pooled;

        public Copy(ReadOnlySpan<T> values)
        {
            _pooled = ArrayPool<TWide>.Shared.Rent(values.Length);
            Values = _pooled.AsSpan(0, values.Length);
            for (int i = 0; i < values.Length; i++)
            {
                Values[i] = TWide.CreateTruncating(values[i]);
            }
        }

        public Span<TWide> Values { get; }

        public void CopyTo(Span<T> destination)
        {
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = Rounded(Values[i]);
            }
        }

        public void Dispose() => ArrayPool<TWide>.Shared.Return(_pooled);
    }
}
#endif
