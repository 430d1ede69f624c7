using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <remarks>Logarithms at a temperature τ: of sums of e^(x/τ), whose maximum is some e^(max/τ).</remarks>
internal readonly partial struct DoubleKernel<TLanes, TVector, TBits>
{
    /// <summary>(log-sum-exp − max) / τ, from the total of the weights of all values but one maximum.</summary>
    /// <param name="rest">That total.</param>
    /// <param name="max">The maximum, as it was weighed.</param>
    /// <param name="exponent">The exponent of the greatest value but that one, as <c>Kernel.ExponentAt</c> gives it.</param>
    /// <param name="rate">log₂e / τ, to the first digits.</param>
    /// <param name="rateLow">What they lack.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector LogOfRest(Pair<TVector> rest, TVector max, TVector exponent, double rate, double rateLow) =>
        Log1p(RelativeToMax(rest, max, exponent, rate, rateLow));

    /// <summary>max + τ·log(1 + s), rounded once, nearly: the product keeps what rounding loses, because the two may cancel.</summary>
    /// <inheritdoc cref="LogOfRest(Pair{TVector}, TVector, TVector, double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector LogSumExp(Pair<TVector> rest, TVector max, TVector exponent, double rate, double rateLow, double temperature, TVector greatest)
    {
        TLanes lanes = default;
        TVector exponentPart = Log1p(RelativeToMax(rest, max, exponent, rate, rateLow), out TVector fraction, out TVector correction);
        Pair<TVector> parts = TwoSum(exponentPart, fraction);
        Pair<TVector> logarithm = FastTwoSum(parts.High, lanes.Add(parts.Low, correction));

        TVector tau = lanes.Create(temperature);
        TVector product = lanes.Multiply(logarithm.High, tau);
        TVector lost = lanes.Subtract(lanes.Multiply(logarithm.Low, tau), Remainder(product, logarithm.High, tau));
        Pair<TVector> sum = TwoSum(greatest, product);
        return lanes.Add(sum.High, lanes.Add(sum.Low, lost));
    }

    /// <summary><see cref="LogOfRest(Pair{TVector}, TVector, TVector, double, double)"/>, a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    internal TVector LogsOfRest(Pair<TVector> rest, TVector max, TVector exponent, double rate, double rateLow)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        TVector high = rest.High;
        TVector low = rest.Low;
        TVector greatest = max;
        TVector next = exponent;
        LogsOfRest(high, low, greatest, next, rate, rateLow, out TVector logs);
        return logs;
    }

    /// <summary><see cref="LogSumExp(Pair{TVector}, TVector, TVector, double, double, double, TVector)"/>, a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    internal TVector LogSumExps(Pair<TVector> rest, TVector max, TVector exponent, double rate, double rateLow, double temperature)
    {
        // As above.
        TVector high = rest.High;
        TVector low = rest.Low;
        TVector greatest = max;
        TVector next = exponent;
        LogSumExps(high, low, greatest, next, rate, rateLow, temperature, out TVector logs);
        return logs;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void LogsOfRest(in TVector high, in TVector low, in TVector max, in TVector exponent, double rate, double rateLow, out TVector logs)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        logs = default(DoubleKernel<TLanes, TVector, TBits>).LogOfRest(new Pair<TVector> { High = high, Low = low }, max, exponent, rate, rateLow);
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void LogSumExps(
        in TVector high, in TVector low, in TVector max, in TVector exponent, double rate, double rateLow, double temperature, out TVector logs)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        logs = default(DoubleKernel<TLanes, TVector, TBits>).LogSumExp(
            new Pair<TVector> { High = high, Low = low }, max, exponent, rate, rateLow, temperature, max);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<TVector> RelativeToMax(Pair<TVector> rest, TVector max, TVector restExponent, double rate, double rateLow)
    {
        TLanes lanes = default;
        TVector exponent = lanes.MultiplyAdd(max, lanes.Create(rate), DoubleFormat.Rounder);
        TVector minusOne = Kernel<TLanes, DoubleFormat, TVector, TBits, double>.SignificandMinusOne(max, exponent, lanes.Create(rate), lanes.Create(rateLow));
        return RelativeTo(rest, minusOne, lanes.Subtract(restExponent, exponent));
    }
}
