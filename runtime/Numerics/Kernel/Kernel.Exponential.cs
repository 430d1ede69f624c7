using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <remarks>
/// Weights as a significand and a power of two follow M. Dukhan and A. Ablavatski, "The Two-Pass Softmax Algorithm" (2020).
/// Numbers are handed to the lanes as they are, and each step is one call: what the JIT inlines here is most of what a first call waits for.
/// </remarks>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>
    /// e^x · 2^(weight exponent − n(max)), n the power of two in e^max: no shift by the maximum, so no rounding before the exponential.
    /// Exact scaling; 0 for −∞ and wherever e^(x − max) is far below the subnormals.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Weight(TVector x, TVector scale, TVector lowest)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector y = lanes.Max(lowest, x);
        TVector exponent = lanes.MultiplyAdd(y, format.Log2E, format.Rounder);
        TVector significand = lanes.Add(SignificandMinusOne(y, exponent), format.One);
        return lanes.Scaled(significand, lanes.Add(exponent, scale));
    }

    /// <summary>The scale of <see cref="Weight"/>: weight exponent − n(max).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Scale(TVector max)
    {
        TLanes lanes = default;
        return lanes.Scale(Exponent(max));
    }

    /// <summary>n + <c>Rounder</c>, n the power of two in e^x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector Exponent(TVector x)
    {
        TLanes lanes = default;
        TFormat format = default;
        return lanes.MultiplyAdd(lanes.Max(lanes.Create(format.LowestLogit), x), format.Log2E, format.Rounder);
    }

    /// <summary>What lower logits are raised to: their weights are 0 beside that of <paramref name="max"/>, and their exponents in range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Lowest(TVector max) => default(TLanes).Lowest(max);

    /// <summary>e^y · 2^-n − 1, in [√½ − 1, √2 − 1], from n + <c>Rounder</c>, where e^y = 2^n · significand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector SignificandMinusOne(TVector y, TVector exponent)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector minusN = lanes.Subtract(format.Rounder, exponent);
        TVector t;
        if (Fma.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            t = lanes.MultiplyAdd(minusN, format.Ln2High, y);
            t = lanes.MultiplyAdd(minusN, format.Ln2Low, t);
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
