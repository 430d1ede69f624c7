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
    public const float WeightExponent = 44f;

    /// <inheritdoc cref="IFormat{T}.Rounder"/>
    public const float Rounder = 12582912f;

    /// <inheritdoc cref="IFormat{T}.LowestLogit"/>
    public const float LowestLogit = -32768f;

    /// <summary>e^-reach of the heaviest weight rounds to nothing: its exponent, bias included, is negative, but not so far that a shift would lose it.</summary>
    public const float Reach = 130f;

    /// <summary>The coarse grid's unit; the fine grid's is 1.</summary>
    public const float CoarseUnit = 4194304f;

    /// <inheritdoc cref="IFormat{T}.CoarseUnitBits"/>
    public const int CoarseUnitBits = 22;

    int IFormat<float>.CoarseUnitBits => CoarseUnitBits;

    public const float Zero = 0f;

    float IFormat<float>.Zero => Zero;

    public const float One = 1f;

    float IFormat<float>.One => One;

    public const float NaN = float.NaN;

    float IFormat<float>.NaN => NaN;

    public const float NegativeInfinity = float.NegativeInfinity;

    float IFormat<float>.NegativeInfinity => NegativeInfinity;

    public const float PositiveInfinity = float.PositiveInfinity;

    float IFormat<float>.PositiveInfinity => PositiveInfinity;

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

    public const float CoarseGrid = 35184372088832f;

    float IFormat<float>.CoarseGrid => CoarseGrid;

    public const long CoarseGridBits = 0x56000000;

    long IFormat<float>.CoarseGridBits => CoarseGridBits;

    public const float FinestGrid = 3f;

    float IFormat<float>.FinestGrid => FinestGrid;

    public const long FinestGridBits = 0x40400000;

    long IFormat<float>.FinestGridBits => FinestGridBits;

    /// <summary>The finest grid's unit.</summary>
    public const double FinestUnit = 1d / 4194304;

    public float FromInteger(long value) => value;

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

    public bool AreEqual(float left, float right) => left == right;

    public bool IsGreater(float left, float right) => left > right;

    /// <summary>Powers of two that are normal numbers, and their reciprocals.</summary>
    private const double MostFactor = 85070591730234615865843651857942052864d;

    public const float Splitter = 4097f;

    float IFormat<float>.Splitter => Splitter;

    public const float ScaleDown = 1f / 65536;

    float IFormat<float>.ScaleDown => ScaleDown;

    public const float ScaleUp = 65536f;

    float IFormat<float>.ScaleUp => ScaleUp;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsWithin(float value, float limit) => Math.Abs(value) < limit;

    /// <remarks>In doubles, which hold both parts.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public void TemperatureOf(float value, bool isBeyond, out Temperature<float> temperature)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        double factor = isBeyond && value > 0 ? Math.Max(1 / MostFactor, Math.Min(MostFactor, DoubleFormat.PowerOver(value))) : 1;
        double divisor = value * factor;
        double rate = DoubleFormat.Log2E / divisor;
        bool isOrdinary = value >= Temperature<float>.Coldest && value <= Temperature<float>.Hottest;
        temperature = default;
        temperature.Value = value;
        temperature.Factor = (float)factor;
        temperature.Rate = (float)rate;
        temperature.RateLow = (float)(rate - temperature.Rate);
        temperature.Divisor = (float)divisor;
        temperature.Limit = isOrdinary ? (float)(UnshiftedLimit * value) : Zero;
        temperature.Floor = (float)(LowestLogit * divisor);
        temperature.Reach = (float)(Reach * divisor);
    }

    public double ToDouble(float value) => value;

    public float FromDouble(double value) => (float)value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invert(ref Temperature<float> temperature)
    {
        double inverse = 1 / (double)temperature.Divisor;
        temperature.Inverse = (float)(inverse * (1 - (1d / (1 << 22))));
        temperature.InverseLow = (float)(inverse - temperature.Inverse);
    }

    public bool NeedsShift(float max, in Temperature<float> temperature) => !(Math.Abs((double)max * temperature.Factor) < UnshiftedLimit * (double)temperature.Divisor);

    [MethodImpl(KernelOptions.Optimized)]
    public float LogOfRest(double total, double low, float max, float exponent, in Temperature<float> temperature)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        return (float)LogAt(total, max, exponent, temperature);
    }

    [MethodImpl(KernelOptions.Optimized)]
    public float LogSumExp(double total, double low, float max, float exponent, in Temperature<float> temperature, float greatest)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        return PlusZero((float)default(DoubleScalar).MultiplyAdd(LogAt(total, max, exponent, temperature), temperature.Value, greatest));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double LogAt(double total, float max, float exponent, in Temperature<float> temperature)
    {
        // Both parts: 2^-48 of the rate is lost, of numbers below 2^14.
        double rate = (double)temperature.Rate + temperature.RateLow;
#if NET8_0_OR_GREATER
        if (Vector128.IsHardwareAccelerated)
        {
            return Registers.Double128
                .LogOfRestOfSingles(Vector128.CreateScalar(total), Vector128.CreateScalar((double)max), Vector128.CreateScalar((double)(exponent - Rounder)), rate)
                .ToScalar();
        }
#endif
        return default(DoubleKernel<DoubleScalar, double, long>).LogOfRestOfSingles(total, max, exponent - Rounder, rate);
    }

    public bool IsNaN(float value) => float.IsNaN(value);

    public bool IsFinite(float value) => !float.IsNaN(value) && !float.IsInfinity(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsOrdinary(float max) => Math.Abs(max) < UnshiftedLimit;

    public float Quotient(long numerator, long denominator) => (float)((double)numerator / denominator);

    public float HalfOfUnit => 1f / (1 << 22);

    public float OtherHalfOfUnit => 1f / (1 << 22);

    public float Add(float left, float right) => (float)(left + right);

    public float Subtract(float left, float right) => (float)(left - right);

    public float PlusZero(float value) => value + 0;

    /// <summary>A double holds the total to 53 digits, more than twice what a float asks for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<double> ToPair(ExactTotal total) => new() { High = (total.Coarse * (double)CoarseUnit) + total.Fine };

    /// <inheritdoc cref="ToPair(ExactTotal)"/>
    public Pair<double> ToPair(in LongTotal total) => new() { High = total.ToPair(CoarseUnit, FinestUnit).High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Reciprocal(Pair<double> total, out float power)
    {
        double nearest = PowerNearReciprocal(total.High);
        power = (float)nearest;
        return (float)((1 / total.High) - nearest);
    }

    /// <summary>In doubles, of which a float sees no rounding.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public float LogOfRest(double total, double low, float max, float exponent)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        return (float)LogOfRest(total, max, exponent);
    }

    /// <inheritdoc cref="LogOfRest(double, double, float, float)"/>
    [MethodImpl(KernelOptions.Optimized)]
    public float LogSumExp(double total, double low, float max, float exponent)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }

        // A sum below the subnormals may round to −0.
        return PlusZero((float)(max + LogOfRest(total, max, exponent)));
    }

    [MethodImpl(KernelOptions.Optimized)]
    public float LostByLogOfRest(double total, double low, float max, float exponent)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        double log = LogOfRest(total, max, exponent);
        return (float)(log - (float)log);
    }

    [MethodImpl(KernelOptions.Optimized)]
    public float ShareOfRest(double total, double low, float max, float exponent)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        return (float)default(DoubleKernel<DoubleScalar, double, long>).ShareOfRestOfSingles(total, max, exponent - Rounder);
    }

    [MethodImpl(KernelOptions.Optimized)]
    public float Entropy(Pair<double> total, Pair<double> moment, float max, float exponent)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        DoubleKernel<DoubleScalar, double, long> numbers = default;
        double s = numbers.RelativeToMaxOfSingles(total.High, max, exponent - Rounder);
        return (float)(numbers.Log1pOfSingles(s) + (numbers.RelativeToMaxOfSingles(moment.High, max, exponent - Rounder) / (1 + s)));
    }

    public float LogOfInteger(long value) => (float)default(DoubleKernel<DoubleScalar, double, long>).Log1pOfSingles(value - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double PowerNearReciprocal(double value)
    {
#if NET8_0_OR_GREATER
        if (Vector128.IsHardwareAccelerated)
        {
            return Registers.Double128.PowerNearReciprocal(Vector128.CreateScalarUnsafe(value)).ToScalar();
        }
#endif
        return default(DoubleKernel<DoubleScalar, double, long>).PowerNearReciprocal(value);
    }

    /// <summary>In a register: without moving a number to other registers to shift it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double LogOfRest(double total, float max, float exponent)
    {
#if NET8_0_OR_GREATER
        if (Vector128.IsHardwareAccelerated)
        {
            return Registers.Double128
                .LogOfRestOfSingles(Vector128.CreateScalar(total), Vector128.CreateScalar((double)max), Vector128.CreateScalar((double)(exponent - Rounder)))
                .ToScalar();
        }
#endif
        return default(DoubleKernel<DoubleScalar, double, long>).LogOfRestOfSingles(total, max, exponent - Rounder);
    }
}
