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

    public int ExponentBias => 127;

    public float Zero => 0f;

    public float Half => 0.5f;

    public float One => 1f;

    public float Two => 2f;

    public float NaN => float.NaN;

    public float NegativeInfinity => float.NegativeInfinity;

    public float UnshiftedLimit => 8192f;

    public float LowestLogit => -32768f;

    public float Log2E => 1.44269502f;

    public float Rounder => 12582912f;

    public long RounderBits => 0x4B400000;

    public float Reach => 130f;

    public float Ln2High => 0.693147182f;

    public float Ln2Low => -1.90465421E-09f;

    public float Ln2Short => 0.693359375f;

    public float Ln2Middle => -2.12192535E-04f;

    public float Ln2Rest => -1.90465421E-09f;

    public float Ln2AfterShort => -2.12194440E-04f;

    public int WeightExponent => 45;

    public float InverseWeightUnit => 1f / 35184372088832f;

    public float CoarseGrid => 70368744177664f;

    public float CoarseUnit => 8388608f;

    public long CoarseGridBits => 0x56800000;

    public long RootHalfBits => 0x3F3504F3;

    public long IntegerBits => 0x4B000000;

    public float Integer => 8388608f;

    public float Splitter => 4097f;

    public float FirstStepFloor => -100f;

    public float SecondStepFloor => -126f;

    public float FromInteger(long value) => value;

    /// <summary>t + t²·q(t), q of degree 4 in Estrin's order; relative error of the sum 1 + … below 2^-28.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector ExpMinusOne<TLanes, TVector, TBits>(TVector t)
        where TLanes : struct, ILanes<TVector, TBits, float>
    {
        TLanes lanes = default;
        TVector t2 = lanes.Multiply(t, t);
        TVector low = lanes.MultiplyAdd(lanes.Create(0.166665152f), t, lanes.Create(0.49999994f));
        TVector high = lanes.MultiplyAdd(lanes.Create(0.00836934894f), t, lanes.Create(0.0416680835f));
        high = lanes.MultiplyAdd(lanes.Create(0.00138403988f), t2, high);
        return lanes.MultiplyAdd(t2, lanes.MultiplyAdd(high, t2, low), t);
    }

    /// <summary>Relative error of the logarithm below 2^-30.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector LogSeries<TLanes, TVector, TBits>(TVector square)
        where TLanes : struct, ILanes<TVector, TBits, float>
    {
        TLanes lanes = default;
        TVector sum = lanes.MultiplyAdd(lanes.Create(0.298721284f), square, lanes.Create(0.399775535f));
        sum = lanes.MultiplyAdd(sum, square, lanes.Create(0.666667759f));
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
        return RowMath<SingleScalar, SingleFormat, float, int, float>.ToPair(coarse, (float)(exact - coarse), total.Fine);
    }

    public Pair<float> Add(Pair<float> left, Pair<float> right) => RowMath<SingleScalar, SingleFormat, float, int, float>.Add(left, right);

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
            return RowMath<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>
                .LogOfRest(new(Vector128.Create(rest.High), Vector128.Create(rest.Low)), Vector128.Create(max), Vector128.Create(second))
                .ToScalar();
        }
#endif
        return RowMath<SingleScalar, SingleFormat, float, int, float>.LogOfRest(rest, max, second);
    }

    /// <inheritdoc cref="LogOfRest"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float LogSumExp(Pair<float> rest, float max, float second)
    {
#if NET8_0_OR_GREATER
        if (Vector128.IsHardwareAccelerated)
        {
            return RowMath<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>
                .LogSumExp(new(Vector128.Create(rest.High), Vector128.Create(rest.Low)), Vector128.Create(max), Vector128.Create(second))
                .ToScalar();
        }
#endif
        return RowMath<SingleScalar, SingleFormat, float, int, float>.LogSumExp(rest, max, second);
    }

    public float LogOfInteger(int value) => RowMath<SingleScalar, SingleFormat, float, int, float>.LogOfInteger(value);
}
