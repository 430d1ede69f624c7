using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>The index of the first maximum.</summary>
    /// <param name="values">The row, of any length.</param>
    /// <returns>The index of the first maximum: of the first NaN where there is one, 0 where every value is −∞, −1 where there is no value.</returns>
    /// <remarks>Exact; −0 equals +0.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static int ArgMax(ReadOnlySpan<float> values)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        return values.IsEmpty ? -1 : default(WidestSingle).Row<ArgMaxOperation<float>, int>(default, values, default);
    }

    /// <summary>The index of the first maximum.</summary>
    /// <param name="values">The row, of any length.</param>
    /// <returns>The index of the first maximum: of the first NaN where there is one, 0 where every value is −∞, −1 where there is no value.</returns>
    /// <remarks>Exact; −0 equals +0.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static int ArgMax(ReadOnlySpan<double> values)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        return values.IsEmpty ? -1 : default(WidestDouble).Row<ArgMaxOperation<double>, int>(default, values, default);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static int ArgMax<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Widened<T>.FitsSingle)
        {
            using Widened<T>.Copy<float> copy = new(values, stackalloc float[Widened<T>.OnStack]);
            return ArgMax((ReadOnlySpan<float>)copy.Values);
        }
        else
        {
            using Widened<T>.Copy<double> copy = new(values, stackalloc double[Widened<T>.OnStack]);
            return ArgMax((ReadOnlySpan<double>)copy.Values);
        }
    }
#endif
}
