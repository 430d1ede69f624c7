using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>
/// The one definition of the numerics, for any register: exponentials, exact sums, logarithms (docs/numerics.md).
/// </summary>
/// <remarks>
/// Weights as a significand and a power of two follow M. Dukhan and A. Ablavatski, "The Two-Pass Softmax Algorithm" (2020).
/// </remarks>
internal static partial class Kernel<TLanes, TFormat, TVector, TBits, T>
    where TLanes : struct, ILanes<TVector, TBits, T>
    where TFormat : struct, IFormat<T>
    where T : unmanaged
{
    /// <summary>
    /// e^x · 2^(weight exponent − n(max)), n the power of two in e^max: no shift by the maximum, so no rounding before the exponential.
    /// Exact scaling; 0 for −∞ and wherever e^(x − max) is far below the subnormals.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Weight(TVector x, TVector scale, TVector lowest)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector y = lanes.Max(lowest, x);
        TVector exponent = Exponent(y);
        TVector significand = lanes.Add(lanes.Create(format.One), SignificandMinusOne(y, exponent));
        return Scaled(significand, lanes.Add(exponent, scale));
    }

    /// <summary>
    /// The weight of all values but the one above <paramref name="second"/>, which weighs 0; and what rounding the significand lost
    /// of it, because a logarithm near 0 shows every rounding.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector RestWeight(TVector x, TVector second, TVector scale, TVector lowest, out TVector remainder)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector one = lanes.Create(format.One);
        TVector y = lanes.Max(lowest, x);
        TVector exponent = Exponent(y);
        TVector minusOne = SignificandMinusOne(y, exponent);
        TVector significand = lanes.Add(one, minusOne);
        TVector lost = lanes.Subtract(minusOne, lanes.Subtract(significand, one));
        TVector power = lanes.ZeroWhereGreater(Scaled(one, lanes.Add(exponent, scale)), x, second);
        remainder = lanes.Multiply(lost, power);
        return lanes.Multiply(significand, power);
    }

    /// <summary>The scale of <see cref="Weight"/>: weight exponent − n(max), such that <see cref="Scaled"/> takes its sum with an exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Scale(TVector max)
    {
        TLanes lanes = default;
        TFormat format = default;
        T origin = lanes.ScalesByPowers ? format.Zero : format.Rounder;
        T weightExponent = format.Add(format.FromInteger(format.WeightExponent), origin);
        return lanes.Subtract(lanes.Create(weightExponent), Exponent(lanes.Max(lanes.Create(format.LowestLogit), max)));
    }

    /// <summary>What lower logits are raised to: their weights are 0 beside that of <paramref name="max"/>, and their exponents in range.</summary>
    /// <remarks>Where all exponents are in range it does not wait for the maximum: then nor do the exponentials.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Lowest(TVector max)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector lowest = lanes.Create(format.LowestLogit);
        return lanes.Subtract(lanes.ScalesByPowers ? lowest : lanes.Max(lowest, max), lanes.Create(format.Reach));
    }

    /// <summary>n + <c>Rounder</c>, where e^y = 2^n · significand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Exponent(TVector y)
    {
        TLanes lanes = default;
        TFormat format = default;
        return lanes.MultiplyAdd(y, lanes.Create(format.Log2E), lanes.Create(format.Rounder));
    }

    /// <summary>
    /// value · 2^n, for a value near 1, from n where the hardware scales by powers; else from n + <c>Rounder</c>: n is added to the
    /// exponent, and 0 is given where that comes out negative.
    /// </summary>
    /// <remarks>A tiny number instead of 0 would round to 0 when it is multiplied, but by an underflow, which costs more than all else here.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Scaled(TVector value, TVector exponent)
    {
        TLanes lanes = default;
        if (lanes.ScalesByPowers)
        {
            return lanes.ScaleByPower(value, exponent);
        }

        TBits bits = lanes.AddBits(lanes.ToBits(value), lanes.ToExponents(lanes.ToBits(exponent)));
        return lanes.FromBits(lanes.ZeroWhereNegative(bits));
    }

    /// <summary>e^y · 2^-n − 1, in [√½ − 1, √2 − 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SignificandMinusOne(TVector y, TVector exponent)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector minusN = lanes.Subtract(lanes.Create(format.Rounder), exponent);
        TVector t;
        if (lanes.IsFused)
        {
            t = lanes.MultiplyAdd(minusN, lanes.Create(format.Ln2High), y);
            t = lanes.MultiplyAdd(minusN, lanes.Create(format.Ln2Low), t);
        }
        else
        {
            t = lanes.Add(y, lanes.Multiply(minusN, lanes.Create(format.Ln2Short)));
            t = lanes.Add(t, lanes.Multiply(minusN, lanes.Create(format.Ln2Middle)));
            t = lanes.Add(t, lanes.Multiply(minusN, lanes.Create(format.Ln2Rest)));
        }

        return format.ExpMinusOne<TLanes, TVector, TBits>(t);
    }
}
