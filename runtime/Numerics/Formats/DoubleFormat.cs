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
    public const double WeightExponent = 92d;

    /// <inheritdoc cref="IFormat{T}.Rounder"/>
    public const double Rounder = 6755399441055744d;

    /// <inheritdoc cref="IFormat{T}.LowestLogit"/>
    public const double LowestLogit = -32768d;

    /// <summary>e^-reach of the heaviest weight rounds to nothing: its exponent, bias included, is negative, but not so far that a shift would lose it.</summary>
    public const double Reach = 800d;

    /// <summary>2^-<see cref="WeightExponent"/>.</summary>
    public const double InverseWeightUnit = 1d / 4951760157141521099596496896d;

    /// <summary>Scaling down by 2 to more than this, in two steps, rounds once.</summary>
    public const double FirstStepFloor = -1000d;

    /// <summary>The floor of the second step.</summary>
    public const double SecondStepFloor = -1022d;

    /// <inheritdoc cref="IFormat{T}.CoarseUnit"/>
    public const double CoarseUnit = 70368744177664d;

    public const int ExponentBias = 1023;

    int IFormat<double>.ExponentBias => ExponentBias;

    public const double Zero = 0d;

    double IFormat<double>.Zero => Zero;

    public const double Half = 0.5d;

    double IFormat<double>.Half => Half;

    public const double One = 1d;

    double IFormat<double>.One => One;

    public const double Two = 2d;

    double IFormat<double>.Two => Two;

    public const double NaN = double.NaN;

    double IFormat<double>.NaN => NaN;

    public const double NegativeInfinity = double.NegativeInfinity;

    double IFormat<double>.NegativeInfinity => NegativeInfinity;

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

    public const double Ln2AfterShort = 1.6465949582897082E-12;

    double IFormat<double>.Ln2AfterShort => Ln2AfterShort;

    public const double CoarseGrid = 316912650057057350374175801344d;

    double IFormat<double>.CoarseGrid => CoarseGrid;

    double IFormat<double>.CoarseUnit => CoarseUnit;

    public const long CoarseGridBits = 0x4610000000000000;

    long IFormat<double>.CoarseGridBits => CoarseGridBits;

    public const long RootHalfBits = 0x3FE6A09E667F3BCD;

    long IFormat<double>.RootHalfBits => RootHalfBits;

    public const long IntegerBits = 0x4330000000000000;

    long IFormat<double>.IntegerBits => IntegerBits;

    public const double IntegerUnit = 4503599627370496d;

    double IFormat<double>.IntegerUnit => IntegerUnit;

    public const double Splitter = 134217729d;

    double IFormat<double>.Splitter => Splitter;

    public double FromInteger(long value) => value;

    public double Narrow(double value) => value;

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

    /// <summary>Relative error of the logarithm below 2^-59.</summary>
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

    public bool IsNaN(double value) => double.IsNaN(value);

    public bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsOrdinary(double max) => Math.Abs(max) < UnshiftedLimit;

    public double Quotient(int numerator, int denominator) => (double)numerator / denominator;

    public double Add(double left, double right) => (double)(left + right);

    public double Subtract(double left, double right) => (double)(left - right);

    public double PlusZero(double value) => value + 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<double> ToPair(ExactTotal total)
    {
        double upper = (int)(total.Coarse >> 32) * 4294967296d;
        double lower = (uint)total.Coarse;
        double coarse = upper + lower;
        return Registers.Double.ToPair(coarse, lower - (coarse - upper), total.Fine);
    }

    public Pair<double> Add(Pair<double> left, Pair<double> right) => Registers.Double.Add(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Reciprocal(ExactTotal sum) => Reciprocal(ToPair(sum));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Reciprocal(Pair<double> sum) => Registers.Double.Reciprocal(sum);

    /// <summary>In a register: without the branches of a scalar maximum, and without moving a number to other registers to shift it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double LogOfRest(Pair<double> rest, double max, double second)
    {
#if NET8_0_OR_GREATER
        if (Vector128.IsHardwareAccelerated)
        {
            return Registers.Double128
                .LogOfRest(new Pair<Vector128<double>>(Vector128.Create(rest.High), Vector128.Create(rest.Low)), Vector128.Create(max), Vector128.Create(second))
                .ToScalar();
        }
#endif
        return Registers.Double.LogOfRest(rest, max, second);
    }

    /// <inheritdoc cref="LogOfRest(Pair{double}, double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double LogSumExp(Pair<double> rest, double max, double second)
    {
#if NET8_0_OR_GREATER
        if (Vector128.IsHardwareAccelerated)
        {
            return Registers.Double128
                .LogSumExp(new Pair<Vector128<double>>(Vector128.Create(rest.High), Vector128.Create(rest.Low)), Vector128.Create(max), Vector128.Create(second))
                .ToScalar();
        }
#endif
        return Registers.Double.LogSumExp(rest, max, second);
    }

    [MethodImpl(KernelOptions.Optimized)]
    public double LogOfRest(ExactTotal rest, double max, double second)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        return LogOfRest(ToPair(rest), max, second);
    }

    [MethodImpl(KernelOptions.Optimized)]
    public double LogSumExp(ExactTotal rest, double max, double second)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        return LogSumExp(ToPair(rest), max, second);
    }

    [MethodImpl(KernelOptions.Optimized)]
    public double LogOfRest(double coarse, double fine, double max, double second)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
#if NET8_0_OR_GREATER
        return Registers.Double128.LogOfRest(ToPair(coarse, fine), Vector128.CreateScalar(max), Vector128.CreateScalar(second)).ToScalar();
#else
        throw new NotSupportedException("Counts are handed over in registers only.");
#endif
    }

    [MethodImpl(KernelOptions.Optimized)]
    public double LogSumExp(double coarse, double fine, double max, double second)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
#if NET8_0_OR_GREATER
        return Registers.Double128.LogSumExp(ToPair(coarse, fine), Vector128.CreateScalar(max), Vector128.CreateScalar(second)).ToScalar();
#else
        throw new NotSupportedException("Counts are handed over in registers only.");
#endif
    }

    public double LogOfInteger(int value) => Registers.Double.LogOfInteger(value);

#if NET8_0_OR_GREATER
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<Vector128<double>> ToPair(double coarse, double fine) => Registers.Double128.ToPair(new ExactTotals<Vector128<long>>(
        Vector128.CreateScalar(coarse).AsInt64(), Vector128.CreateScalar(fine).AsInt64()));
#endif
}
