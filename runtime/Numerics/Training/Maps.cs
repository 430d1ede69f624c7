using System;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary>Functions of two values, value by value: floats in doubles, rounded once. No result is −0.</summary>
internal static class Maps
{
    /// <param name="map">The function.</param>
    /// <param name="left">What it takes first.</param>
    /// <param name="right">And second.</param>
    /// <param name="results">May stand where either does.</param>
    [MethodImpl(KernelOptions.Optimized)]
    public static void Fill<TMap>(TMap map, ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> results)
        where TMap : struct, IMap
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        int i = 0;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= left.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                Vector256<float> x = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(left), (nuint)i);
                Vector256<float> y = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(right), (nuint)i);
                Vector256<float> mapped = Vector256.Narrow(
                    map.Of(Vector256.WidenLower(x), Vector256.WidenLower(y)), map.Of(Vector256.WidenUpper(x), Vector256.WidenUpper(y)));
                (mapped + Vector256<float>.Zero).StoreUnsafe(ref MemoryMarshal.GetReference(results), (nuint)i);
            }
        }
#endif
        for (; i < left.Length; i++)
        {
            results[i] = (float)map.Of(ToDouble(left[i]), ToDouble(right[i])) + 0;
        }
    }

    /// <remarks>The scalar conversion waits for what its register held before, which chains one value to the next: softmax's gradient of 4 took twice as long.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double ToDouble(float value) =>
#if NET8_0_OR_GREATER
        Vector128.IsHardwareAccelerated ? Vector128.WidenLower(Vector128.CreateScalarUnsafe(value)).ToScalar() :
#endif
        value;

    /// <inheritdoc cref="Fill{TMap}(TMap, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    [MethodImpl(KernelOptions.Optimized)]
    public static void Fill<TMap>(TMap map, ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> results)
        where TMap : struct, IMap
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        int i = 0;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= left.Length - Vector256<double>.Count; i += Vector256<double>.Count)
            {
                Vector256<double> x = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(left), (nuint)i);
                Vector256<double> y = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(right), (nuint)i);
                (map.Of(x, y) + Vector256<double>.Zero).StoreUnsafe(ref MemoryMarshal.GetReference(results), (nuint)i);
            }
        }
#endif
        for (; i < left.Length; i++)
        {
            results[i] = map.Of(left[i], right[i]) + 0;
        }
    }
}

/// <summary>A function of two values, at both widths the same.</summary>
internal interface IMap
{
    double Of(double x, double y);

#if NET8_0_OR_GREATER
    Vector256<double> Of(Vector256<double> x, Vector256<double> y);
#endif
}

/// <summary>x·(y − mean): softmax's gradient, from a probability and what came back.</summary>
internal readonly struct ShareOfDistance(Pair<double> mean) : IMap
{
    private readonly double _high = mean.High;
    private readonly double _low = mean.Low;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Of(double x, double y) => x * (y - _high - _low);

#if NET8_0_OR_GREATER
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Of(Vector256<double> x, Vector256<double> y) => x * (y - Vector256.Create(_high) - Vector256.Create(_low));
#endif
}

/// <summary>x·total − y: the gradient of a loss, from a probability and its target.</summary>
internal readonly struct ShareLessTarget(double total) : IMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Of(double x, double y) => (x * total) - y;

#if NET8_0_OR_GREATER
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Of(Vector256<double> x, Vector256<double> y) => (x * Vector256.Create(total)) - y;
#endif
}
