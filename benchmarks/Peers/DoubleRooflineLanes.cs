using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SoftKernels.Benchmarks.Peers;

internal readonly struct DoubleLanes512 : IRooflineLanes<Vector512<double>, double>
{
    public static int Count => Vector512<double>.Count;

    public static Vector512<double> Load(ref double source, int index) => Vector512.LoadUnsafe(ref source, (nuint)index);

    public static void Store(Vector512<double> vector, ref double destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Share(Vector512<double> x)
    {
        Vector512<double> y = Vector512.MaxNative(Vector512.Create(-32768d), x);
        Vector512<double> rounder = Vector512.Create(6755399441056767d);
        Vector512<double> exponent = Vector512.MultiplyAddEstimate(y, Vector512.Create(1.4426950408889634), rounder);
        Vector512<double> minusN = rounder - exponent;
        Vector512<double> t = Vector512.MultiplyAddEstimate(minusN, Vector512.Create(0.6931471805599453), y);
        t = Vector512.MultiplyAddEstimate(minusN, Vector512.Create(2.3190468138462996E-17), t);

        Vector512<double> t2 = t * t;
        Vector512<double> t4 = t2 * t2;
        Vector512<double> a = Vector512.MultiplyAddEstimate(Vector512.Create(0.16666666666666688), t, Vector512.Create(0.5));
        Vector512<double> b = Vector512.MultiplyAddEstimate(Vector512.Create(0.00833333333331389), t, Vector512.Create(0.041666666666666824));
        Vector512<double> c = Vector512.MultiplyAddEstimate(Vector512.Create(0.00019841269903388904), t, Vector512.Create(0.0013888888888777663));
        Vector512<double> d = Vector512.MultiplyAddEstimate(Vector512.Create(2.755722862146393E-06), t, Vector512.Create(2.480158756102227E-05));
        Vector512<double> e = Vector512.MultiplyAddEstimate(Vector512.Create(2.5114115944103872E-08), t, Vector512.Create(2.7557065875766777E-07));
        e = Vector512.MultiplyAddEstimate(Vector512.Create(2.097468233532609E-09), t2, e);
        Vector512<double> low = Vector512.MultiplyAddEstimate(b, t2, a);
        Vector512<double> high = Vector512.MultiplyAddEstimate(e, t4, Vector512.MultiplyAddEstimate(d, t2, c));
        Vector512<double> significand = Vector512<double>.One + Vector512.MultiplyAddEstimate(t2, Vector512.MultiplyAddEstimate(high, t4, low), t);

        Vector512<double> floored = Vector512.MaxNative(Vector512.Create(6755399441055744d), exponent + Vector512.Create(80d));
        return significand * Vector512.ShiftLeft(floored.AsInt64(), 52).AsDouble() * Vector512.Create(1e-25);
    }
}

internal readonly struct DoubleLanes256 : IRooflineLanes<Vector256<double>, double>
{
    public static int Count => Vector256<double>.Count;

    public static Vector256<double> Load(ref double source, int index) => Vector256.LoadUnsafe(ref source, (nuint)index);

    public static void Store(Vector256<double> vector, ref double destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Share(Vector256<double> x)
    {
        Vector256<double> y = Vector256.MaxNative(Vector256.Create(-32768d), x);
        Vector256<double> rounder = Vector256.Create(6755399441056767d);
        Vector256<double> exponent = Vector256.MultiplyAddEstimate(y, Vector256.Create(1.4426950408889634), rounder);
        Vector256<double> minusN = rounder - exponent;
        Vector256<double> t = Vector256.MultiplyAddEstimate(minusN, Vector256.Create(0.6931471805599453), y);
        t = Vector256.MultiplyAddEstimate(minusN, Vector256.Create(2.3190468138462996E-17), t);

        Vector256<double> t2 = t * t;
        Vector256<double> t4 = t2 * t2;
        Vector256<double> a = Vector256.MultiplyAddEstimate(Vector256.Create(0.16666666666666688), t, Vector256.Create(0.5));
        Vector256<double> b = Vector256.MultiplyAddEstimate(Vector256.Create(0.00833333333331389), t, Vector256.Create(0.041666666666666824));
        Vector256<double> c = Vector256.MultiplyAddEstimate(Vector256.Create(0.00019841269903388904), t, Vector256.Create(0.0013888888888777663));
        Vector256<double> d = Vector256.MultiplyAddEstimate(Vector256.Create(2.755722862146393E-06), t, Vector256.Create(2.480158756102227E-05));
        Vector256<double> e = Vector256.MultiplyAddEstimate(Vector256.Create(2.5114115944103872E-08), t, Vector256.Create(2.7557065875766777E-07));
        e = Vector256.MultiplyAddEstimate(Vector256.Create(2.097468233532609E-09), t2, e);
        Vector256<double> low = Vector256.MultiplyAddEstimate(b, t2, a);
        Vector256<double> high = Vector256.MultiplyAddEstimate(e, t4, Vector256.MultiplyAddEstimate(d, t2, c));
        Vector256<double> significand = Vector256<double>.One + Vector256.MultiplyAddEstimate(t2, Vector256.MultiplyAddEstimate(high, t4, low), t);

        Vector256<double> floored = Vector256.MaxNative(Vector256.Create(6755399441055744d), exponent + Vector256.Create(80d));
        return significand * Vector256.ShiftLeft(floored.AsInt64(), 52).AsDouble() * Vector256.Create(1e-25);
    }
}

internal readonly struct DoubleLanes128 : IRooflineLanes<Vector128<double>, double>
{
    public static int Count => Vector128<double>.Count;

    public static Vector128<double> Load(ref double source, int index) => Vector128.LoadUnsafe(ref source, (nuint)index);

    public static void Store(Vector128<double> vector, ref double destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Share(Vector128<double> x)
    {
        Vector128<double> y = Vector128.MaxNative(Vector128.Create(-32768d), x);
        Vector128<double> rounder = Vector128.Create(6755399441056767d);
        Vector128<double> exponent = Vector128.MultiplyAddEstimate(y, Vector128.Create(1.4426950408889634), rounder);
        Vector128<double> minusN = rounder - exponent;
        Vector128<double> t = Vector128.MultiplyAddEstimate(minusN, Vector128.Create(0.6931471805599453), y);
        t = Vector128.MultiplyAddEstimate(minusN, Vector128.Create(2.3190468138462996E-17), t);

        Vector128<double> t2 = t * t;
        Vector128<double> t4 = t2 * t2;
        Vector128<double> a = Vector128.MultiplyAddEstimate(Vector128.Create(0.16666666666666688), t, Vector128.Create(0.5));
        Vector128<double> b = Vector128.MultiplyAddEstimate(Vector128.Create(0.00833333333331389), t, Vector128.Create(0.041666666666666824));
        Vector128<double> c = Vector128.MultiplyAddEstimate(Vector128.Create(0.00019841269903388904), t, Vector128.Create(0.0013888888888777663));
        Vector128<double> d = Vector128.MultiplyAddEstimate(Vector128.Create(2.755722862146393E-06), t, Vector128.Create(2.480158756102227E-05));
        Vector128<double> e = Vector128.MultiplyAddEstimate(Vector128.Create(2.5114115944103872E-08), t, Vector128.Create(2.7557065875766777E-07));
        e = Vector128.MultiplyAddEstimate(Vector128.Create(2.097468233532609E-09), t2, e);
        Vector128<double> low = Vector128.MultiplyAddEstimate(b, t2, a);
        Vector128<double> high = Vector128.MultiplyAddEstimate(e, t4, Vector128.MultiplyAddEstimate(d, t2, c));
        Vector128<double> significand = Vector128<double>.One + Vector128.MultiplyAddEstimate(t2, Vector128.MultiplyAddEstimate(high, t4, low), t);

        Vector128<double> floored = Vector128.MaxNative(Vector128.Create(6755399441055744d), exponent + Vector128.Create(80d));
        return significand * Vector128.ShiftLeft(floored.AsInt64(), 52).AsDouble() * Vector128.Create(1e-25);
    }
}
