using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>Log-sum-exp: log Σ exp(xᵢ), the smooth maximum.</summary>
    /// <param name="values">The row, of any length.</param>
    /// <returns>log Σ exp(xᵢ), in nats.</returns>
    /// <remarks>Within 3 ULP of the greater magnitude of the result and the maximum; exact for one value. A NaN gives NaN, a +∞ gives +∞; −∞ counts as absent; no values give −∞.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static float LogSumExp(ReadOnlySpan<float> values)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        return values.IsEmpty ? float.NegativeInfinity : default(WidestSingle).Row<LogSumExpOperation<float>, float>(default, values, default);
    }

    /// <summary>Log-sum-exp: log Σ exp(xᵢ), the smooth maximum.</summary>
    /// <param name="values">The row, of any length.</param>
    /// <returns>log Σ exp(xᵢ), in nats.</returns>
    /// <remarks>Within 4 ULP of the greater magnitude of the result and the maximum; exact for one value. A NaN gives NaN, a +∞ gives +∞; −∞ counts as absent; no values give −∞.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static double LogSumExp(ReadOnlySpan<double> values)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        return values.IsEmpty ? double.NegativeInfinity : default(WidestDouble).Row<LogSumExpOperation<double>, double>(default, values, default);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static T LogSumExp<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Widened<T>.FitsSingle)
        {
            using Widened<T>.Copy<float> copy = new(values, stackalloc float[Widened<T>.OnStack]);
            return Widened<T>.Rounded(LogSumExp((ReadOnlySpan<float>)copy.Values));
        }
        else
        {
            using Widened<T>.Copy<double> copy = new(values, stackalloc double[Widened<T>.OnStack]);
            return Widened<T>.Rounded(LogSumExp((ReadOnlySpan<double>)copy.Values));
        }
    }
#endif
}
