using System;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary>pᵢ·(uᵢ − Σ pⱼ·uⱼ), of floats: in doubles, and rounded once.</summary>
internal readonly struct SoftmaxGradientsOfSingles : ITraining<float>
{
    public void Rows(ReadOnlySpan<float> values, ReadOnlySpan<float> others, ReadOnlySpan<int> labels, Span<float> folded, Span<float> filled, int size)
    {
        for (int start = 0; start < values.Length; start += size)
        {
            Row(values.Slice(start, size), others.Slice(start, size), filled.Slice(start, size));
        }
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void Row(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> upstream, Span<float> gradient)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        double mean = Sums.OfProducts(probabilities, upstream);
        int i = 0;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<double> means = Vector256.Create(mean);
            for (; i <= probabilities.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                Vector256<float> p = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(probabilities), (nuint)i);
                Vector256<float> u = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(upstream), (nuint)i);
                Vector256<double> lower = Vector256.WidenLower(p) * (Vector256.WidenLower(u) - means);
                Vector256<double> upper = Vector256.WidenUpper(p) * (Vector256.WidenUpper(u) - means);
                (Vector256.Narrow(lower, upper) + Vector256<float>.Zero).StoreUnsafe(ref MemoryMarshal.GetReference(gradient), (nuint)i);
            }
        }
#endif
        for (; i < probabilities.Length; i++)
        {
            gradient[i] = (float)(probabilities[i] * (upstream[i] - mean)) + 0;
        }
    }
}

/// <summary>The same of doubles, with a mean of twice the digits.</summary>
internal readonly struct SoftmaxGradientsOfDoubles : ITraining<double>
{
    public void Rows(ReadOnlySpan<double> values, ReadOnlySpan<double> others, ReadOnlySpan<int> labels, Span<double> folded, Span<double> filled, int size)
    {
        for (int start = 0; start < values.Length; start += size)
        {
            Row(values.Slice(start, size), others.Slice(start, size), filled.Slice(start, size));
        }
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void Row(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> upstream, Span<double> gradient)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Pair<double> mean = Sums.OfProducts(probabilities, upstream);
        int i = 0;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<double> high = Vector256.Create(mean.High);
            Vector256<double> low = Vector256.Create(mean.Low);
            for (; i <= probabilities.Length - Vector256<double>.Count; i += Vector256<double>.Count)
            {
                Vector256<double> p = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(probabilities), (nuint)i);
                Vector256<double> u = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(upstream), (nuint)i);
                ((p * (u - high - low)) + Vector256<double>.Zero).StoreUnsafe(ref MemoryMarshal.GetReference(gradient), (nuint)i);
            }
        }
#endif
        for (; i < probabilities.Length; i++)
        {
            gradient[i] = (probabilities[i] * (upstream[i] - mean.High - mean.Low)) + 0;
        }
    }
}
