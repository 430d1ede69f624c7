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

    public int ExponentBias => 1023;

    public double Zero => 0d;

    public double Half => 0.5d;

    public double One => 1d;

    public double Two => 2d;

    public double NaN => double.NaN;

    public double NegativeInfinity => double.NegativeInfinity;

    public double UnshiftedLimit => 8192d;

    public double LowestLogit => -32768d;

    public double Log2E => 1.4426950408889634;

    public double Rounder => 6755399441055744d;

    public long RounderBits => 0x4338000000000000;

    public double Reach => 800d;

    public double Ln2High => 0.6931471805599453;

    public double Ln2Low => 2.3190468138462996E-17;

    public double Ln2Short => 0.6931471805582987;

    public double Ln2Middle => 1.6465949582866463E-12;

    public double Ln2Rest => 3.061840736018652E-24;

    public double Ln2AfterShort => 1.6465949582897082E-12;

    public int WeightExponent => 92;

    public double InverseWeightUnit => 1d / 4951760157141521099596496896d;

    public double CoarseGrid => 316912650057057350374175801344d;

    public double CoarseUnit => 70368744177664d;

    public long CoarseGridBits => 0x4610000000000000;

    public long RootHalfBits => 0x3FE6A09E667F3BCD;

    public long IntegerBits => 0x4330000000000000;

    public double Integer => 4503599627370496d;

    public double Splitter => 134217729d;

    public double FirstStepFloor => -1000d;

    public double SecondStepFloor => -1022d;

    public double FromInteger(long value) => value;

    /// <summary>t + t²·q(t), q of degree 10 in Estrin's order; relative error of the sum 1 + … below 2^-58.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector ExpMinusOne<TLanes, TVector, TBits>(TVector t)
        where TLanes : struct, ILanes<TVector, TBits, double>
    {
        TLanes lanes = default;
        TVector t2 = lanes.Multiply(t, t);
        TVector t4 = lanes.Multiply(t2, t2);
        TVector a = lanes.MultiplyAdd(lanes.Create(0.16666666666666688), t, lanes.Create(0.5));
        TVector b = lanes.MultiplyAdd(lanes.Create(0.00833333333331389), t, lanes.Create(0.041666666666666824));
        TVector c = lanes.MultiplyAdd(lanes.Create(0.00019841269903388904), t, lanes.Create(0.0013888888888777663));
        TVector d = lanes.MultiplyAdd(lanes.Create(2.755722862146393E-06), t, lanes.Create(2.480158756102227E-05));
        TVector e = lanes.MultiplyAdd(lanes.Create(2.5114115944103872E-08), t, lanes.Create(2.7557065875766777E-07));
        e = lanes.MultiplyAdd(lanes.Create(2.097468233532609E-09), t2, e);
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
        TVector sum = lanes.MultiplyAdd(lanes.Create(0.1479881198612686), square, lanes.Create(0.1531378235487616));
        sum = lanes.MultiplyAdd(sum, square, lanes.Create(0.1818357406214867));
        sum = lanes.MultiplyAdd(sum, square, lanes.Create(0.22222198401449866));
        sum = lanes.MultiplyAdd(sum, square, lanes.Create(0.2857142874389201));
        sum = lanes.MultiplyAdd(sum, square, lanes.Create(0.399999999994088));
        sum = lanes.MultiplyAdd(sum, square, lanes.Create(0.6666666666666735));
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
        return RowMath<DoubleScalar, DoubleFormat, double, long, double>.ToPair(coarse, lower - (coarse - upper), total.Fine);
    }

    public Pair<double> Add(Pair<double> left, Pair<double> right) => RowMath<DoubleScalar, DoubleFormat, double, long, double>.Add(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Reciprocal(ExactTotal sum) => Reciprocal(ToPair(sum));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Reciprocal(Pair<double> sum) => RowMath<DoubleScalar, DoubleFormat, double, long, double>.Reciprocal(sum);

    /// <summary>In a register: without the branches of a scalar maximum, and without moving a number to other registers to shift it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double LogOfRest(Pair<double> rest, double max, double second)
    {
#if NET8_0_OR_GREATER
        if (Vector128.IsHardwareAccelerated)
        {
            return RowMath<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>
                .LogOfRest(new(Vector128.Create(rest.High), Vector128.Create(rest.Low)), Vector128.Create(max), Vector128.Create(second))
                .ToScalar();
        }
#endif
        return RowMath<DoubleScalar, DoubleFormat, double, long, double>.LogOfRest(rest, max, second);
    }

    /// <inheritdoc cref="LogOfRest"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double LogSumExp(Pair<double> rest, double max, double second)
    {
#if NET8_0_OR_GREATER
        if (Vector128.IsHardwareAccelerated)
        {
            return RowMath<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>
                .LogSumExp(new(Vector128.Create(rest.High), Vector128.Create(rest.Low)), Vector128.Create(max), Vector128.Create(second))
                .ToScalar();
        }
#endif
        return RowMath<DoubleScalar, DoubleFormat, double, long, double>.LogSumExp(rest, max, second);
    }

    public double LogOfInteger(int value) => RowMath<DoubleScalar, DoubleFormat, double, long, double>.LogOfInteger(value);
}
