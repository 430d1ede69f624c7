using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SoftKernels.Benchmarks.Peers;

internal readonly struct SingleLanes512 : IRooflineLanes<Vector512<float>, float>
{
    public static int Count => Vector512<float>.Count;

    public static Vector512<float> Load(ref float source, int index) => Vector512.LoadUnsafe(ref source, (nuint)index);

    public static void Store(Vector512<float> vector, ref float destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Share(Vector512<float> x)
    {
        Vector512<float> y = Vector512.MaxNative(Vector512.Create(-32768f), x);
        Vector512<float> rounder = Vector512.Create(12583039f);
        Vector512<float> exponent = Vector512.MultiplyAddEstimate(y, Vector512.Create(1.44269502f), rounder);
        Vector512<float> minusN = rounder - exponent;
        Vector512<float> t = Vector512.MultiplyAddEstimate(minusN, Vector512.Create(0.693147182f), y);
        t = Vector512.MultiplyAddEstimate(minusN, Vector512.Create(-1.90465421E-09f), t);

        Vector512<float> t2 = t * t;
        Vector512<float> low = Vector512.MultiplyAddEstimate(Vector512.Create(0.166665152f), t, Vector512.Create(0.49999994f));
        Vector512<float> high = Vector512.MultiplyAddEstimate(Vector512.Create(0.00836934894f), t, Vector512.Create(0.0416680835f));
        high = Vector512.MultiplyAddEstimate(Vector512.Create(0.00138403988f), t2, high);
        Vector512<float> significand = Vector512<float>.One + Vector512.MultiplyAddEstimate(t2, Vector512.MultiplyAddEstimate(high, t2, low), t);

        Vector512<float> floored = Vector512.MaxNative(Vector512.Create(12582912f), exponent + Vector512.Create(40f));
        return significand * Vector512.ShiftLeft(floored.AsInt32(), 23).AsSingle() * Vector512.Create(1e-13f);
    }
}

internal readonly struct SingleLanes256 : IRooflineLanes<Vector256<float>, float>
{
    public static int Count => Vector256<float>.Count;

    public static Vector256<float> Load(ref float source, int index) => Vector256.LoadUnsafe(ref source, (nuint)index);

    public static void Store(Vector256<float> vector, ref float destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Share(Vector256<float> x)
    {
        Vector256<float> y = Vector256.MaxNative(Vector256.Create(-32768f), x);
        Vector256<float> rounder = Vector256.Create(12583039f);
        Vector256<float> exponent = Vector256.MultiplyAddEstimate(y, Vector256.Create(1.44269502f), rounder);
        Vector256<float> minusN = rounder - exponent;
        Vector256<float> t = Vector256.MultiplyAddEstimate(minusN, Vector256.Create(0.693147182f), y);
        t = Vector256.MultiplyAddEstimate(minusN, Vector256.Create(-1.90465421E-09f), t);

        Vector256<float> t2 = t * t;
        Vector256<float> low = Vector256.MultiplyAddEstimate(Vector256.Create(0.166665152f), t, Vector256.Create(0.49999994f));
        Vector256<float> high = Vector256.MultiplyAddEstimate(Vector256.Create(0.00836934894f), t, Vector256.Create(0.0416680835f));
        high = Vector256.MultiplyAddEstimate(Vector256.Create(0.00138403988f), t2, high);
        Vector256<float> significand = Vector256<float>.One + Vector256.MultiplyAddEstimate(t2, Vector256.MultiplyAddEstimate(high, t2, low), t);

        Vector256<float> floored = Vector256.MaxNative(Vector256.Create(12582912f), exponent + Vector256.Create(40f));
        return significand * Vector256.ShiftLeft(floored.AsInt32(), 23).AsSingle() * Vector256.Create(1e-13f);
    }
}

internal readonly struct SingleLanes128 : IRooflineLanes<Vector128<float>, float>
{
    public static int Count => Vector128<float>.Count;

    public static Vector128<float> Load(ref float source, int index) => Vector128.LoadUnsafe(ref source, (nuint)index);

    public static void Store(Vector128<float> vector, ref float destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Share(Vector128<float> x)
    {
        Vector128<float> y = Vector128.MaxNative(Vector128.Create(-32768f), x);
        Vector128<float> rounder = Vector128.Create(12583039f);
        Vector128<float> exponent = Vector128.MultiplyAddEstimate(y, Vector128.Create(1.44269502f), rounder);
        Vector128<float> minusN = rounder - exponent;
        Vector128<float> t = Vector128.MultiplyAddEstimate(minusN, Vector128.Create(0.693147182f), y);
        t = Vector128.MultiplyAddEstimate(minusN, Vector128.Create(-1.90465421E-09f), t);

        Vector128<float> t2 = t * t;
        Vector128<float> low = Vector128.MultiplyAddEstimate(Vector128.Create(0.166665152f), t, Vector128.Create(0.49999994f));
        Vector128<float> high = Vector128.MultiplyAddEstimate(Vector128.Create(0.00836934894f), t, Vector128.Create(0.0416680835f));
        high = Vector128.MultiplyAddEstimate(Vector128.Create(0.00138403988f), t2, high);
        Vector128<float> significand = Vector128<float>.One + Vector128.MultiplyAddEstimate(t2, Vector128.MultiplyAddEstimate(high, t2, low), t);

        Vector128<float> floored = Vector128.MaxNative(Vector128.Create(12582912f), exponent + Vector128.Create(40f));
        return significand * Vector128.ShiftLeft(floored.AsInt32(), 23).AsSingle() * Vector128.Create(1e-13f);
    }
}
