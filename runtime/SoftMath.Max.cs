using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>The maximum.</summary>
    /// <param name="values">The row, of any length but 0.</param>
    /// <returns>The maximum; +0 where it is a zero.</returns>
    /// <exception cref="ArgumentException">There is no value.</exception>
    /// <remarks>Exact. A NaN gives NaN.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static float Max(ReadOnlySpan<float> values)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfEmpty(values.Length, nameof(values));
        return default(WidestSingle).Row<MaxOperation<float>, float>(default, values, default);
    }

    /// <summary>The maximum.</summary>
    /// <param name="values">The row, of any length but 0.</param>
    /// <returns>The maximum; +0 where it is a zero.</returns>
    /// <exception cref="ArgumentException">There is no value.</exception>
    /// <remarks>Exact. A NaN gives NaN.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static double Max(ReadOnlySpan<double> values)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfEmpty(values.Length, nameof(values));
        return default(WidestDouble).Row<MaxOperation<double>, double>(default, values, default);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="Max(ReadOnlySpan{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static T Max<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Widened<T>.FitsSingle)
        {
            using Widened<T>.Copy<float> copy = new(values, stackalloc float[Widened<T>.OnStack]);
            return Widened<T>.Rounded(Max((ReadOnlySpan<float>)copy.Values));
        }
        else
        {
            using Widened<T>.Copy<double> copy = new(values, stackalloc double[Widened<T>.OnStack]);
            return Widened<T>.Rounded(Max((ReadOnlySpan<double>)copy.Values));
        }
    }
#endif
}
