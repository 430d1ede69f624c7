using System;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary>double.</summary>
internal readonly struct DoubleFormat : IFormat<double>
{
    /// <summary>Bits below the exponent.</summary>
    public const int SignificandBits = 52;

    /// <summary>The heaviest weight lies in [2^e / √2, 2^e · √2) for this e, so that one multiplication underflows, not two.</summary>
    public const double WeightExponent = 91d;

    /// <inheritdoc cref="IFormat{T}.Rounder"/>
    public const double Rounder = 6755399441055744d;

    /// <inheritdoc cref="IFormat{T}.LowestLogit"/>
    public const double LowestLogit = -32768d;

    /// <summary>e^-reach of the heaviest weight rounds to nothing: its exponent, bias included, is negative, but not so far that a shift would lose it.</summary>
    public const double Reach = 800d;

    /// <summary>2^-<see cref="WeightExponent"/>.</summary>
    public const double InverseWeightUnit = 1d / 2475880078570760549798248448d;

    /// <summary>Scaling down by 2 to more than this, in two steps, rounds once.</summary>
    public const double FirstStepFloor = -1000d;

    /// <summary>The floor of the second step.</summary>
    public const double SecondStepFloor = -1022d;

    /// <summary>The coarse grid's unit; the fine grid's is 1.</summary>
    public const double CoarseUnit = 35184372088832d;

    /// <inheritdoc cref="IFormat{T}.CoarseUnitBits"/>
    public const int CoarseUnitBits = 45;

    int IFormat<double>.CoarseUnitBits => CoarseUnitBits;

    /// <summary>What the exponent is stored with.</summary>
    public const int ExponentBias = 1023;

    public const double Zero = 0d;

    double IFormat<double>.Zero => Zero;

    public const double Half = 0.5d;

    public const double One = 1d;

    double IFormat<double>.One => One;

    public const double Two = 2d;

    public const double NaN = double.NaN;

    double IFormat<double>.NaN => NaN;

    public const double NegativeInfinity = double.NegativeInfinity;

    double IFormat<double>.NegativeInfinity => NegativeInfinity;

    public const double PositiveInfinity = double.PositiveInfinity;

    double IFormat<double>.PositiveInfinity => PositiveInfinity;

    public const double UnshiftedLimit = 8192d;

    double IFormat<double>.UnshiftedLimit => UnshiftedLimit;

    double IFormat<double>.LowestLogit => LowestLogit;

    public const double Log2E = 1.4426950408889634;

    double IFormat<double>.Log2E => Log2E;

    double IFormat<double>.Rounder => Rounder;

    public const long RounderBits = 0x4338000000000000;

    long IFormat<double>.RounderBits => RounderBits;

    public const double Ln2High = 0.6931471805599453;

    double IFormat<double>.Ln2High => Ln2High;

    public const double Ln2Low = 2.3190468138462996E-17;

    double IFormat<double>.Ln2Low => Ln2Low;

    public const double Ln2Short = 0.6931471805582987;

    double IFormat<double>.Ln2Short => Ln2Short;

    public const double Ln2Middle = 1.6465949582866463E-12;

    double IFormat<double>.Ln2Middle => Ln2Middle;

    public const double Ln2Rest = 3.061840736018652E-24;

    double IFormat<double>.Ln2Rest => Ln2Rest;

    /// <summary>log 2 − <see cref="Ln2Short"/>, rounded.</summary>
    public const double Ln2AfterShort = 1.6465949582897082E-12;

    public const double CoarseGrid = 158456325028528675187087900672d;

    double IFormat<double>.CoarseGrid => CoarseGrid;

    public const long CoarseGridBits = 0x4600000000000000;

    long IFormat<double>.CoarseGridBits => CoarseGridBits;

    /// <summary>The bits of √½.</summary>
    public const long RootHalfBits = 0x3FE6A09E667F3BCD;

    /// <summary>The bits of 2^(significand bits).</summary>
    public const long IntegerBits = 0x4330000000000000;

    /// <summary>2^(significand bits): an element of that exponent counts by 1.</summary>
    public const double IntegerUnit = 4503599627370496d;

    /// <summary>Multiplying by this splits a number into halves.</summary>
    public const double Splitter = 134217729d;

    public const double FinestGrid = 3d;

    double IFormat<double>.FinestGrid => FinestGrid;

    public const long FinestGridBits = 0x4008000000000000;

    long IFormat<double>.FinestGridBits => FinestGridBits;

    /// <summary>The finest grid's unit.</summary>
    public const double FinestUnit = 1d / 2251799813685248;

    /// <summary>The bits of a number, taken from these, have the exponent of the power of two below its reciprocal.</summary>
    public const long ReciprocalBits = (2046L << SignificandBits) - 1;

    /// <summary>The same of the nearest power of two: the one above for less than 4/3.</summary>
    public const long NearestReciprocalBits = ReciprocalBits + ((1L << SignificandBits) / 3);

    /// <summary>−log₂e.</summary>
    public const double MinusLog2E = -Log2E;

    /// <summary><see cref="SingleFormat.WeightExponent"/>.</summary>
    public const double WeightExponentOfSingles = SingleFormat.WeightExponent;

    /// <summary>Floats to a lower power of two than this are 0, whatever is done with them.</summary>
    public const double LowestPowerOfSingles = -900d;

    /// <summary>log₂e − <see cref="Log2E"/>.</summary>
    public const double Log2ELow = 2.0355273740931033E-17;

    double IFormat<double>.Splitter => Splitter;

    public const double ScaleDown = 1d / 1073741824;

    double IFormat<double>.ScaleDown => ScaleDown;

    public const double ScaleUp = 1073741824d;

    double IFormat<double>.ScaleUp => ScaleUp;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsWithin(double value, double limit) => Math.Abs(value) < limit;

    /// <summary>A power of two that makes a positive number at least ½ and less than 1, as far as there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double PowerOver(double value)
    {
        // A subnormal number becomes a normal one, below ½.
        long exponent = BitConverter.DoubleToInt64Bits(value) >> SignificandBits;
        return BitConverter.Int64BitsToDouble(Math.Max(1, Math.Min(2046, 2045 - exponent)) << SignificandBits);
    }

    /// <remarks>Quotients with their remainders, which are exact with fused multiply-add and without.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public void TemperatureOf(double value, bool isBeyond, out Temperature<double> temperature)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        double factor = isBeyond && value > 0 ? PowerOver(value) : 1;
        double divisor = value * factor;
        bool isOrdinary = value >= Temperature<double>.Coldest && value <= Temperature<double>.Hottest;
        temperature = default;
        temperature.Value = value;
        temperature.Factor = factor;
        temperature.Rate = Log2E / divisor;
        temperature.RateLow = (DoubleKernel<DoubleScalar, double, long>.Remainder(Log2E, temperature.Rate, divisor) + Log2ELow) / divisor;
        temperature.Divisor = divisor;
        temperature.Limit = isOrdinary ? UnshiftedLimit * value : Zero;
        temperature.Floor = LowestLogit * divisor;
        temperature.Reach = Reach * divisor;
    }

    public double ToDouble(double value) => value;

    public double FromDouble(double value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invert(ref Temperature<double> temperature)
    {
        temperature.Inverse = One / temperature.Divisor * (1 - (1d / (1L << 50)));
        temperature.InverseLow = DoubleKernel<DoubleScalar, double, long>.Remainder(One, temperature.Inverse, temperature.Divisor) / temperature.Divisor;
    }

    public bool NeedsShift(double max, in Temperature<double> temperature) => !(Math.Abs(max * temperature.Factor) < UnshiftedLimit * temperature.Divisor);

    [MethodImpl(KernelOptions.Optimized)]
    public double LogOfRest(double total, double low, double max, double exponent, in Temperature<double> temperature)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
#if NET8_0_OR_GREATER
        if (Vector128.IsHardwareAccelerated)
        {
            return Registers.Double128.LogOfRest(ToRegisters(total, low), Vector128.CreateScalar(max), Vector128.CreateScalar(exponent), temperature.Rate, temperature.RateLow).ToScalar();
        }
#endif
        return Numbers.LogOfRest(new Pair<double> { High = total, Low = low }, max, exponent, temperature.Rate, temperature.RateLow);
    }

    [MethodImpl(KernelOptions.Optimized)]
    public double LogSumExp(double total, double low, double max, double exponent, in Temperature<double> temperature, double greatest)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        double result;
#if NET8_0_OR_GREATER
        if (Vector128.IsHardwareAccelerated)
        {
            result = Registers.Double128
                .LogSumExp(
                    ToRegisters(total, low),
                    Vector128.CreateScalar(max),
                    Vector128.CreateScalar(exponent),
                    temperature.Rate,
                    temperature.RateLow,
                    temperature.Value,
                    Vector128.CreateScalar(greatest))
                .ToScalar();
        }
        else
#endif
        {
            result = Numbers.LogSumExp(new Pair<double> { High = total, Low = low }, max, exponent, temperature.Rate, temperature.RateLow, temperature.Value, greatest);
        }

        // What rounding loses of a product is no number where that is beyond range.
        return IsFinite(result) ? result : greatest + (temperature.Value * LogOfRest(total, low, max, exponent, temperature));
    }

    public double FromInteger(long value) => value;

    /// <summary>t + t²·q(t), q of degree 10 in Estrin's order; relative error of the sum 1 + … below 2^-58.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector ExpMinusOne<TLanes, TVector, TBits>(TVector t)
        where TLanes : struct, ILanes<TVector, TBits, double>
    {
        TLanes lanes = default;
        TVector t2 = lanes.Multiply(t, t);
        TVector t4 = lanes.Multiply(t2, t2);
        TVector a = lanes.MultiplyAdd(t, 0.16666666666666688, 0.5);
        TVector b = lanes.MultiplyAdd(t, 0.00833333333331389, 0.041666666666666824);
        TVector c = lanes.MultiplyAdd(t, 0.00019841269903388904, 0.0013888888888777663);
        TVector d = lanes.MultiplyAdd(t, 2.755722862146393E-06, 2.480158756102227E-05);
        TVector e = lanes.MultiplyAdd(t, 2.5114115944103872E-08, 2.7557065875766777E-07);
        e = lanes.MultiplyAdd(t2, 2.097468233532609E-09, e);
        TVector low = lanes.MultiplyAdd(b, t2, a);
        TVector high = lanes.MultiplyAdd(e, t4, lanes.MultiplyAdd(d, t2, c));
        return lanes.MultiplyAdd(t2, lanes.MultiplyAdd(high, t4, low), t);
    }

    /// <summary>(log((1 + z)/(1 − z)) − 2z)/z, as a function of z² ≤ 0.0295: relative error of the logarithm below 2^-59.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector LogSeries<TLanes, TVector, TBits>(TVector square)
        where TLanes : struct, ILanes<TVector, TBits, double>
    {
        TLanes lanes = default;
        TVector sum = lanes.MultiplyAdd(square, 0.1479881198612686, 0.1531378235487616);
        sum = lanes.MultiplyAdd(sum, square, 0.1818357406214867);
        sum = lanes.MultiplyAdd(sum, square, 0.22222198401449866);
        sum = lanes.MultiplyAdd(sum, square, 0.2857142874389201);
        sum = lanes.MultiplyAdd(sum, square, 0.399999999994088);
        sum = lanes.MultiplyAdd(sum, square, 0.6666666666666735);
        return lanes.Multiply(sum, square);
    }

    /// <summary>e^t of floats, |t| ≤ (log 2)/2: relative error below 2^-34.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector ExpOfSingles<TLanes, TVector, TBits>(TVector t)
        where TLanes : struct, ILanes<TVector, TBits, double>
    {
        TLanes lanes = default;
        TVector t2 = lanes.Multiply(t, t);
        TVector a = lanes.MultiplyAdd(t, 0.16666665872853145, 0.5000000067826288);
        TVector b = lanes.MultiplyAdd(t, 0.008333495798266189, 0.04166629444955945);
        TVector c = lanes.MultiplyAdd(t, 0.00019791241562957827, 0.0013944695881431136);
        TVector high = lanes.MultiplyAdd(c, t2, b);
        return lanes.MultiplyAdd(lanes.MultiplyAdd(high, t2, a), t2, lanes.Add(t, 1d));
    }

    /// <summary>(log((1 + z)/(1 − z)) − 2z)/z³ of floats, as a function of z²: relative error of the logarithm below 2^-37.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector LogSeriesOfSingles<TLanes, TVector, TBits>(TVector square)
        where TLanes : struct, ILanes<TVector, TBits, double>
    {
        TLanes lanes = default;
        TVector low = lanes.MultiplyAdd(square, 0.4000033556154048, 0.6666666564449035);
        TVector high = lanes.MultiplyAdd(square, 0.23582889828509434, 0.285372767903393);
        return lanes.MultiplyAdd(high, lanes.Multiply(square, square), low);
    }

    public bool AreEqual(double left, double right) => left == right;

    public bool IsGreater(double left, double right) => left > right;

    public bool IsNaN(double value) => double.IsNaN(value);

    public bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsOrdinary(double max) => Math.Abs(max) < UnshiftedLimit;

    public double Quotient(long numerator, long denominator) => (double)numerator / denominator;

    public double HalfOfUnit => 1d / (1L << 46);

    public double OtherHalfOfUnit => 1d / (1L << 45);

    public double Add(double left, double right) => (double)(left + right);

    public double Subtract(double left, double right) => (double)(left - right);

    public double PlusZero(double value) => value + 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<double> ToPair(ExactTotal total)
    {
        double upper = (int)(total.Coarse >> 32) * 4294967296d;
        double lower = (uint)total.Coarse;
        double coarse = upper + lower;
        return Numbers.ToPair(coarse, lower - (coarse - upper), total.Fine);
    }

    public Pair<double> ToPair(in LongTotal total) => total.ToPair(CoarseUnit, FinestUnit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Reciprocal(Pair<double> total, out double power) => Numbers.Reciprocal(total, out power);

    [MethodImpl(KernelOptions.Optimized)]
    public double LogOfRest(double total, double low, double max, double exponent)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
#if NET8_0_OR_GREATER
        // In a register: without the branches of a scalar maximum, and without moving a number to other registers to shift it.
        if (Vector128.IsHardwareAccelerated)
        {
            return Registers.Double128.LogOfRest(ToRegisters(total, low), Vector128.CreateScalar(max), Vector128.CreateScalar(exponent)).ToScalar();
        }
#endif
        return Numbers.LogOfRest(new Pair<double> { High = total, Low = low }, max, exponent);
    }

    [MethodImpl(KernelOptions.Optimized)]
    public double LogSumExp(double total, double low, double max, double exponent)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
#if NET8_0_OR_GREATER
        if (Vector128.IsHardwareAccelerated)
        {
            return Registers.Double128.LogSumExp(ToRegisters(total, low), Vector128.CreateScalar(max), Vector128.CreateScalar(exponent)).ToScalar();
        }
#endif
        return Numbers.LogSumExp(new Pair<double> { High = total, Low = low }, max, exponent);
    }

    public double LostByLogOfRest(double total, double low, double max, double exponent) => Zero;

    [MethodImpl(KernelOptions.Optimized)]
    public double ShareOfRest(double total, double low, double max, double exponent)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        return Numbers.ShareOfRest(new Pair<double> { High = total, Low = low }, max, exponent);
    }

    [MethodImpl(KernelOptions.Optimized)]
    public double Entropy(Pair<double> total, Pair<double> moment, double max, double exponent)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Pair<double> s = DoubleKernel<DoubleScalar, double, long>.RelativeToMax(total, max, exponent);
        double logarithm = DoubleKernel<DoubleScalar, double, long>.Log1p(s, out double fraction, out double correction);
        Pair<double> distance = Numbers.OverOnePlus(DoubleKernel<DoubleScalar, double, long>.RelativeToMax(moment, max, exponent), s);
        Pair<double> sum = Numbers.Add(new Pair<double> { High = logarithm }, new Pair<double> { High = fraction });
        sum = Numbers.Add(sum, distance);
        return sum.High + (sum.Low + correction);
    }

    public double LogOfInteger(long value) => Numbers.Log1p(new Pair<double> { High = value - 1 });

    private static DoubleKernel<DoubleScalar, double, long> Numbers => default;

#if NET8_0_OR_GREATER
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<Vector128<double>> ToRegisters(double high, double low) => new() { High = Vector128.CreateScalar(high), Low = Vector128.CreateScalar(low) };
#endif
}
