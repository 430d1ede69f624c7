using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <remarks>
/// Weights at a temperature τ, e^(x/τ) = 2^n · 2^f: with c = log₂e / τ in two parts, n is x·c rounded and f what is left of it. So x/τ is never rounded.
/// </remarks>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary><see cref="Weight"/> at a temperature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector WeightAt(TVector x, TVector scale, TVector lowest, TVector rate, TVector rateLow)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector y = lanes.Max(lowest, x);
        TVector exponent = lanes.MultiplyAdd(y, rate, format.Rounder);
        TVector significand = lanes.Add(SignificandMinusOne(y, exponent, rate, rateLow), format.One);
        return lanes.Scaled(significand, lanes.Add(exponent, scale));
    }

    /// <summary><see cref="Exponent"/> at a temperature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector ExponentAt(TVector x, in Temperature<T> temperature)
    {
        TLanes lanes = default;
        TFormat format = default;
        return lanes.MultiplyAdd(lanes.Max(lanes.Create(temperature.Floor), x), lanes.Create(temperature.Rate), format.Rounder);
    }

    /// <summary><see cref="Lowest"/> at a temperature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector LowestAt(TVector max, in Temperature<T> temperature)
    {
        TLanes lanes = default;

        // Where the hardware scales by powers of two, far enough that nothing becomes subnormal on its way to 0, and without waiting for the maximum.
        return Avx512F.VL.IsSupported && Unsafe.SizeOf<TVector>() > Unsafe.SizeOf<T>()
            ? lanes.Subtract(lanes.Create(temperature.Floor), lanes.Create(temperature.Reach))
            : lanes.Subtract(lanes.Max(lanes.Create(temperature.Floor), max), lanes.Create(temperature.Reach));
    }

    /// <summary><see cref="CountRest(TVector, TVector, TVector, TVector, ref TBits, ref TBits)"/> at a temperature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CountRest(TVector x, in Scales scales, ref TBits coarse, ref TBits fine, out TVector minusOne, out TVector power, out TVector whole, out TVector offGrid)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector y = lanes.Max(scales.Lowest, x);
        TVector exponent = lanes.MultiplyAdd(y, scales.Rate, format.Rounder);
        minusOne = SignificandMinusOne(y, exponent, scales.Rate, scales.RateLow);
        offGrid = OffGrid(x, exponent, minusOne, scales.Limit, scales.Scale, ref coarse, out power, out whole);
        fine = lanes.AddBits(fine, lanes.ToBits(lanes.Add(offGrid, format.Rounder)));
    }

    /// <summary><see cref="SignificandMinusOne(TVector, TVector)"/> at a temperature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector SignificandMinusOne(TVector y, TVector exponent, TVector rate, TVector rateLow)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector fraction = MultiplyPair(y, rate, rateLow, lanes.Subtract(format.Rounder, exponent));
        return format.ExpMinusOne<TLanes, TVector, TBits>(lanes.Multiply(fraction, lanes.Create(format.Ln2High)));
    }

    /// <summary>value · (high + low) + addend, of which only what comes out is rounded: addend takes away nearly all of the product, or is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector MultiplyPair(TVector value, TVector high, TVector low, TVector addend)
    {
        TLanes lanes = default;
        if (Fma.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            return lanes.MultiplyAdd(value, low, lanes.MultiplyAdd(value, high, addend));
        }

        TVector product = lanes.Multiply(value, high);
        TVector lost = LostByProduct(value, high, product);
        return lanes.Add(lanes.Add(product, addend), lanes.Add(lost, lanes.Multiply(value, low)));
    }
}
