using System;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary>float.</summary>
internal readonly struct SingleFormat : IFormat<float>
{
    /// <summary>A 32-bit lane counts so many weights: 2^22.5 coarse units each, 2^31 in all.</summary>
    public const int WeightsInOneLane = 256;

    /// <summary>Bits below the exponent.</summary>
    public const int SignificandBits = 23;

    /// <summary>The heaviest weight lies in [2^e / √2, 2^e · √2) for this e, so that one multiplication underflows, not two.</summary>
    public const float WeightExponent = 45f;

    /// <inheritdoc cref="IFormat{T}.Rounder"/>
    public const float Rounder = 12582912f;

    /// <inheritdoc cref="IFormat{T}.LowestLogit"/>
    public const float LowestLogit = -32768f;

    /// <summary>e^-reach of the heaviest weight rounds to nothing: its exponent, bias included, is negative, but not so far that a shift would lose it.</summary>
    public const float Reach = 130f;

    /// <summary>2^-<see cref="WeightExponent"/>.</summary>
    public const float InverseWeightUnit = 1f / 35184372088832f;

    /// <summary>Scaling down by 2 to more than this, in two steps, rounds once.</summary>
    public const float FirstStepFloor = -100f;

    /// <summary>The floor of the second step.</summary>
    public const float SecondStepFloor = -126f;

    /// <inheritdoc cref="IFormat{T}.CoarseUnit"/>
    public const float CoarseUnit = 8388608f;

    public const int ExponentBias = 127;

    int IFormat<float>.ExponentBias => ExponentBias;

    public const float Zero = 0f;

    float IFormat<float>.Zero => Zero;

    public const float Half = 0.5f;

    float IFormat<float>.Half => Half;

    public const float One = 1f;

    float IFormat<float>.One => One;

    public const float Two = 2f;

    float IFormat<float>.Two => Two;

    public const float NaN = float.NaN;

    float IFormat<float>.NaN => NaN;

    public const float NegativeInfinity = float.NegativeInfinity;

    float IFormat<float>.NegativeInfinity => NegativeInfinity;

    public const float UnshiftedLimit = 8192f;

    float IFormat<float>.UnshiftedLimit => UnshiftedLimit;

    float IFormat<float>.LowestLogit => LowestLogit;

    public const float Log2E = 1.44269502f;

    float IFormat<float>.Log2E => Log2E;

    float IFormat<float>.Rounder => Rounder;

    public const long RounderBits = 0x4B400000;

    long IFormat<float>.RounderBits => RounderBits;

    public const float Ln2High = 0.693147182f;

    float IFormat<float>.Ln2High => Ln2High;

    public const float Ln2Low = -1.90465421E-09f;

    float IFormat<float>.Ln2Low => Ln2Low;

    public const float Ln2Short = 0.693359375f;

    float IFormat<float>.Ln2Short => Ln2Short;

    public const float Ln2Middle = -2.12192535E-04f;

    float IFormat<float>.Ln2Middle => Ln2Middle;

    public const float Ln2Rest = -1.90465421E-09f;

    float IFormat<float>.Ln2Rest => Ln2Rest;

    public const float Ln2AfterShort = -2.12194440E-04f;

    float IFormat<float>.Ln2AfterShort => Ln2AfterShort;

    public const float CoarseGrid = 70368744177664f;

    float IFormat<float>.CoarseGrid => CoarseGrid;

    float IFormat<float>.CoarseUnit => CoarseUnit;

    public const long CoarseGridBits = 0x56800000;

    long IFormat<float>.CoarseGridBits => CoarseGridBits;

    public const long RootHalfBits = 0x3F3504F3;

    long IFormat<float>.RootHalfBits => RootHalfBits;

    public const long IntegerBits = 0x4B000000;

    long IFormat<float>.IntegerBits => IntegerBits;

    public const float IntegerUnit = 8388608f;

    float IFormat<float>.IntegerUnit => IntegerUnit;

    public const float Splitter = 4097f;

    float IFormat<float>.Splitter => Splitter;

    public float FromInteger(long value) => value;

    public float Narrow(double value) => (float)value;

    /// <summary>t + t²·q(t), q of degree 4 in Estrin's order; relative error of the sum 1 + … below 2^-28.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector ExpMinusOne<TLanes, TVector, TBits>(TVector t)
        where TLanes : struct, ILanes<TVector, TBits, float>
    {
        TLanes lanes = default;
        TVector t2 = lanes.Multiply(t, t);
        TVector low = lanes.MultiplyAdd(t, 0.166665152f, 0.49999994f);
        TVector high = lanes.MultiplyAdd(t, 0.00836934894f, 0.0416680835f);
        high = lanes.MultiplyAdd(t2, 0.00138403988f, high);
        return lanes.MultiplyAdd(t2, lanes.MultiplyAdd(high, t2, low), t);
    }

    /// <summary>Relative error of the logarithm below 2^-30.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector LogSeries<TLanes, TVector, TBits>(TVector square)
        where TLanes : struct, ILanes<TVector, TBits, float>
    {
        TLanes lanes = default;
        TVector sum = lanes.MultiplyAdd(square, 0.298721284f, 0.399775535f);
        sum = lanes.MultiplyAdd(sum, square, 0.666667759f);
        return lanes.Multiply(sum, square);
    }

    public bool IsNaN(float value) => float.IsNaN(value);

    public bool IsFinite(float value) => !float.IsNaN(value) && !float.IsInfinity(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsOrdinary(float max) => Math.Abs(max) < UnshiftedLimit;

    public float Quotient(int numerator, int denominator) => (float)((double)numerator / denominator);

    public float Add(float left, float right) => (float)(left + right);

    public float Subtract(float left, float right) => (float)(left - right);

    public float PlusZero(float value) => value + 0;

    /// <summary>By doubles, which hold the integers: from float to integer and back takes three times as long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<float> ToPair(ExactTotal total)
    {
        double exact = total.Coarse;
        float coarse = (float)exact;
        return Registers.Single.ToPair(coarse, (float)(exact - coarse), total.Fine);
    }

    public Pair<float> Add(Pair<float> left, Pair<float> right) => Registers.Single.Add(left, right);

    /// <summary>A double holds the sum to 53 digits: its reciprocal, rounded to float, costs a third of a pair of floats and a Newton step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Reciprocal(ExactTotal sum) => (float)(1 / ((sum.Coarse * (double)CoarseUnit) + sum.Fine));

    public float Reciprocal(Pair<float> sum) => (float)(1 / ((double)sum.High + sum.Low));

    /// <summary>In a register: without the branches of a scalar maximum, and without moving a number to other registers to shift it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float LogOfRest(Pair<float> rest, float max, float second)
    {
#if NET8_0_OR_GREATER
        if (Vector128.IsHardwareAccelerated)
        {
            return Registers.Single128
                .LogOfRest(new Pair<Vector128<float>>(Vector128.Create(rest.High), Vector128.Create(rest.Low)), Vector128.Create(max), Vector128.Create(second))
                .ToScalar();
        }
#endif
        return Registers.Single.LogOfRest(rest, max, second);
    }

    /// <inheritdoc cref="LogOfRest(Pair{float}, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float LogSumExp(Pair<float> rest, float max, float second)
    {
#if NET8_0_OR_GREATER
        if (Vector128.IsHardwareAccelerated)
        {
            return Registers.Single128
                .LogSumExp(new Pair<Vector128<float>>(Vector128.Create(rest.High), Vector128.Create(rest.Low)), Vector128.Create(max), Vector128.Create(second))
                .ToScalar();
        }
#endif
        return Registers.Single.LogSumExp(rest, max, second);
    }

    [MethodImpl(KernelOptions.Optimized)]
    public float LogOfRest(ExactTotal rest, float max, float second)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        return LogOfRest(ToPair(rest), max, second);
    }

    [MethodImpl(KernelOptions.Optimized)]
    public float LogSumExp(ExactTotal rest, float max, float second)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        return LogSumExp(ToPair(rest), max, second);
    }

    [MethodImpl(KernelOptions.Optimized)]
    public float LogOfRest(float coarse, float fine, float max, float second)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
#if NET8_0_OR_GREATER
        return Registers.Single128.LogOfRest(ToPair(coarse, fine), Vector128.CreateScalar(max), Vector128.CreateScalar(second)).ToScalar();
#else
        throw new NotSupportedException("Counts are handed over in registers only.");
#endif
    }

    [MethodImpl(KernelOptions.Optimized)]
    public float LogSumExp(float coarse, float fine, float max, float second)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
#if NET8_0_OR_GREATER
        return Registers.Single128.LogSumExp(ToPair(coarse, fine), Vector128.CreateScalar(max), Vector128.CreateScalar(second)).ToScalar();
#else
        throw new NotSupportedException("Counts are handed over in registers only.");
#endif
    }

    public float LogOfInteger(int value) => Registers.Single.LogOfInteger(value);

#if NET8_0_OR_GREATER
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<Vector128<float>> ToPair(float coarse, float fine) => Registers.Single128.ToPair(new ExactTotals<Vector128<int>>(
        Vector128.CreateScalar(coarse).AsInt32(), Vector128.CreateScalar(fine).AsInt32()));
#endif
}
