using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>Log-sum-exp at a temperature τ: τ·log Σ exp(xᵢ/τ), the smooth maximum.</summary>
    /// <param name="values">The row, of any length.</param>
    /// <param name="temperature">τ: 0 or a positive finite number. 1 gives the bits of the method without it; values are not divided by it first, which would lose digits.</param>
    /// <returns>τ·log Σ exp(xᵢ/τ).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is negative, infinite or NaN. Nothing has been written.</exception>
    /// <remarks>Within 3 ULP of the greater magnitude of the result and the maximum; exact for one value. At 0, the limit, it is the maximum. A NaN gives NaN, a +∞ gives +∞; −∞ counts as absent; no values give −∞.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static float LogSumExp(ReadOnlySpan<float> values, float temperature)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        return temperature == 1 || values.IsEmpty
            ? LogSumExp(values)
            : default(WidestSingle).Row<LogSumExpAtTemperature<float>, float>(new() { Temperature = temperature }, values, default);
    }

    /// <summary>Log-sum-exp at a temperature τ: τ·log Σ exp(xᵢ/τ), the smooth maximum.</summary>
    /// <param name="values">The row, of any length.</param>
    /// <param name="temperature">τ: 0 or a positive finite number. 1 gives the bits of the method without it; values are not divided by it first, which would lose digits.</param>
    /// <returns>τ·log Σ exp(xᵢ/τ).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is negative, infinite or NaN. Nothing has been written.</exception>
    /// <remarks>Within 4 ULP of the greater magnitude of the result and the maximum; exact for one value. At 0, the limit, it is the maximum. A NaN gives NaN, a +∞ gives +∞; −∞ counts as absent; no values give −∞.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static double LogSumExp(ReadOnlySpan<double> values, double temperature)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        return temperature == 1 || values.IsEmpty
            ? LogSumExp(values)
            : default(WidestDouble).Row<LogSumExpAtTemperature<double>, double>(new() { Temperature = temperature }, values, default);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float}, float)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static T LogSumExp<T>(ReadOnlySpan<T> values, T temperature)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Widened<T>.FitsSingle)
        {
            KernelThrow.IfNoTemperature(float.CreateTruncating(temperature), nameof(temperature));
            using Widened<T>.Copy<float> copy = new(values, stackalloc float[Widened<T>.OnStack]);
            return Widened<T>.Rounded(LogSumExp((ReadOnlySpan<float>)copy.Values, float.CreateTruncating(temperature)));
        }
        else
        {
            KernelThrow.IfNoTemperature(double.CreateTruncating(temperature), nameof(temperature));
            using Widened<T>.Copy<double> copy = new(values, stackalloc double[Widened<T>.OnStack]);
            return Widened<T>.Rounded(LogSumExp((ReadOnlySpan<double>)copy.Values, double.CreateTruncating(temperature)));
        }
    }
#endif
}
