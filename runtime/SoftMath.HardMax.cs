using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>The one-hot vector of the first maximum: 1 at ArgMax, 0 elsewhere. The limit of softmax as the temperature falls to 0.</summary>
    /// <param name="values">The row, of any length.</param>
    /// <param name="oneHot">Destination, as long as <paramref name="values"/>; the same span works in place.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <remarks>Exact. A NaN makes every result NaN. An empty row gives nothing.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static void HardMax(ReadOnlySpan<float> values, Span<float> oneHot)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(values.Length, oneHot.Length, nameof(oneHot));
        KernelThrow.IfPartlyOverlapping(values, oneHot, nameof(oneHot));
        if (!values.IsEmpty)
        {
            default(WidestSingle).Row<HardMaxOperation<float>, float>(default, values, oneHot);
        }
    }

    /// <summary>The one-hot vector of the first maximum: 1 at ArgMax, 0 elsewhere. The limit of softmax as the temperature falls to 0.</summary>
    /// <param name="values">The row, of any length.</param>
    /// <param name="oneHot">Destination, as long as <paramref name="values"/>; the same span works in place.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <remarks>Exact. A NaN makes every result NaN. An empty row gives nothing.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static void HardMax(ReadOnlySpan<double> values, Span<double> oneHot)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(values.Length, oneHot.Length, nameof(oneHot));
        KernelThrow.IfPartlyOverlapping(values, oneHot, nameof(oneHot));
        if (!values.IsEmpty)
        {
            default(WidestDouble).Row<HardMaxOperation<double>, double>(default, values, oneHot);
        }
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="HardMax(ReadOnlySpan{float}, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void HardMax<T>(ReadOnlySpan<T> values, Span<T> oneHot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfLengthIsNot(values.Length, oneHot.Length, nameof(oneHot));
        KernelThrow.IfPartlyOverlapping(values, oneHot, nameof(oneHot));
        int index = ArgMax(values);
        if (index < 0)
        {
            return;
        }

        if (T.IsNaN(values[index]))
        {
            oneHot.Fill(T.NaN);
            return;
        }

        oneHot.Clear();
        oneHot[index] = T.One;
    }
#endif
}
