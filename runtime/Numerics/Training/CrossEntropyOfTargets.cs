using System;
using System.Buffers;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary>Σ tᵢ·(log Σ exp(xⱼ) − xᵢ), and softmax·Σ t − t, of floats: beside the exponentials in doubles, rounded once.</summary>
/// <remarks>The loss is log(1 + s)·Σ t + Σ tᵢ·(max − xᵢ): no term is negative, and what the logarithm has lost as a float is added.</remarks>
internal readonly struct CrossEntropyOfTargetsOfSingles : ITraining<float>
{
    public unsafe void Rows(ReadOnlySpan<float> values, ReadOnlySpan<float> others, ReadOnlySpan<int> labels, Span<float> folded, Span<float> filled, int size)
    {
        float* parts = stackalloc float[SoftmaxLossOperation<float>.Parts];
        float[] pooled = ArrayPool<float>.Shared.Rent(size);
        Span<float> probabilities = pooled.AsSpan(0, size);
        for (int start = 0; start < values.Length; start += size)
        {
            ReadOnlySpan<float> logits = values.Slice(start, size);
            ReadOnlySpan<float> targets = others.Slice(start, size);
            default(WidestSingle).Row<SoftmaxLogOperation<float>, float>(new(parts), logits, probabilities);
            double total = Sums.Of(targets);
            double log = (double)parts[0] + parts[2];

            // No target costs nothing, though all be impossible.
            double loss = (total == 0 && !double.IsNaN(log) ? 0 : log * total) + Sums.OfDistances(targets, logits, parts[1]);
            if (!filled.IsEmpty)
            {
                Fill(probabilities, targets, total, filled.Slice(start, size));
            }

            folded[start / size] = (float)loss;
        }

        ArrayPool<float>.Shared.Return(pooled);
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void Fill(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> targets, double total, Span<float> gradient)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        int i = 0;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<double> totals = Vector256.Create(total);
            for (; i <= probabilities.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                Vector256<float> p = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(probabilities), (nuint)i);
                Vector256<float> t = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(targets), (nuint)i);
                Vector256<double> lower = (Vector256.WidenLower(p) * totals) - Vector256.WidenLower(t);
                Vector256<double> upper = (Vector256.WidenUpper(p) * totals) - Vector256.WidenUpper(t);
                (Vector256.Narrow(lower, upper) + Vector256<float>.Zero).StoreUnsafe(ref MemoryMarshal.GetReference(gradient), (nuint)i);
            }
        }
#endif
        for (; i < probabilities.Length; i++)
        {
            gradient[i] = (float)((probabilities[i] * total) - targets[i]) + 0;
        }
    }
}

/// <summary>The same of doubles, with sums of twice the digits.</summary>
internal readonly struct CrossEntropyOfTargetsOfDoubles : ITraining<double>
{
    public unsafe void Rows(ReadOnlySpan<double> values, ReadOnlySpan<double> others, ReadOnlySpan<int> labels, Span<double> folded, Span<double> filled, int size)
    {
        double* parts = stackalloc double[SoftmaxLossOperation<double>.Parts];
        double[] pooled = ArrayPool<double>.Shared.Rent(size);
        Span<double> probabilities = pooled.AsSpan(0, size);
        for (int start = 0; start < values.Length; start += size)
        {
            ReadOnlySpan<double> logits = values.Slice(start, size);
            ReadOnlySpan<double> targets = others.Slice(start, size);
            default(WidestDouble).Row<SoftmaxLogOperation<double>, double>(new(parts), logits, probabilities);
            Pair<double> total = Sums.Of(targets);
            double log = parts[0];
            double ofLogarithm = total.High == 0 && !double.IsNaN(log) ? 0 : log * total.High;
            Pair<double> distances = Sums.OfDistances(targets, logits, parts[1]);
            if (!filled.IsEmpty)
            {
                Fill(probabilities, targets, total.High, filled.Slice(start, size));
            }

            folded[start / size] = ofLogarithm + distances.High;
        }

        ArrayPool<double>.Shared.Return(pooled);
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void Fill(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets, double total, Span<double> gradient)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        int i = 0;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<double> totals = Vector256.Create(total);
            for (; i <= probabilities.Length - Vector256<double>.Count; i += Vector256<double>.Count)
            {
                Vector256<double> p = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(probabilities), (nuint)i);
                Vector256<double> t = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(targets), (nuint)i);
                ((p * totals) - t + Vector256<double>.Zero).StoreUnsafe(ref MemoryMarshal.GetReference(gradient), (nuint)i);
            }
        }
#endif
        for (; i < probabilities.Length; i++)
        {
            gradient[i] = (probabilities[i] * total) - targets[i] + 0;
        }
    }
}
