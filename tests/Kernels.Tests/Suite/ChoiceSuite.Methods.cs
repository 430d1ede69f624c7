using System;
using System.Runtime.CompilerServices;
using SoftKernels.Kernels.Tests.Subject;

namespace SoftKernels.Kernels.Tests.Suite;

/// <content>The methods of the library, of the element's own overload.</content>
public abstract partial class ChoiceSuite<T>
{
    private static readonly int Size = Unsafe.SizeOf<T>();

    private static readonly First s_topK = Methods.Find<First>(typeof(SoftMath), "TopK");
    private static readonly DrawOne s_sample = Methods.Find<DrawOne>(typeof(SoftMath), "Sample");
    private static readonly DrawOneAt s_sampleAt = Methods.Find<DrawOneAt>(typeof(SoftMath), "Sample");
    private static readonly DrawRows s_sampleRows = Methods.Find<DrawRows>(typeof(SoftMath), "SampleRows");
    private static readonly MaskedFirstRows s_maskedTopKRows = Methods.Find<MaskedFirstRows>(typeof(SoftMath), "MaskedTopKRows");

    private delegate void First(ReadOnlySpan<T> values, Span<int> indices);

    private delegate void FirstRows(ReadOnlySpan<T> values, Span<int> indices, int size);

    private delegate void FirstAndShares(ReadOnlySpan<T> logits, Span<int> indices, Span<T> probabilities);

    private delegate void FirstAndSharesRows(ReadOnlySpan<T> logits, Span<int> indices, Span<T> probabilities, int size);

    private delegate void FirstAndSharesAt(ReadOnlySpan<T> logits, T temperature, Span<int> indices, Span<T> probabilities);

    private delegate void FirstAndSharesAtRows(ReadOnlySpan<T> logits, T temperature, Span<int> indices, Span<T> probabilities, int size);

    private delegate int DrawOne(ReadOnlySpan<T> logits, double uniform);

    private delegate int DrawOneAt(ReadOnlySpan<T> logits, T temperature, double uniform);

    private delegate void DrawRows(ReadOnlySpan<T> logits, ReadOnlySpan<double> uniforms, Span<int> indices, int size);

    private delegate void DrawRowsAt(ReadOnlySpan<T> logits, T temperature, ReadOnlySpan<double> uniforms, Span<int> indices, int size);

    private delegate void RowsOfDraws(ReadOnlySpan<T> logits, ReadOnlySpan<double> uniforms, Span<int> indices);

    private delegate void RowsOfDrawsAt(ReadOnlySpan<T> logits, T temperature, ReadOnlySpan<double> uniforms, Span<int> indices);

    private delegate void MaskedFirst(ReadOnlySpan<T> values, ReadOnlySpan<bool> mask, Span<int> indices);

    private delegate void MaskedFirstRows(ReadOnlySpan<T> values, ReadOnlySpan<bool> mask, Span<int> indices, int size);

    private delegate void MaskedFirstAndShares(ReadOnlySpan<T> logits, ReadOnlySpan<bool> mask, Span<int> indices, Span<T> probabilities);

    private delegate void MaskedFirstAndSharesRows(ReadOnlySpan<T> logits, ReadOnlySpan<bool> mask, Span<int> indices, Span<T> probabilities, int size);

    private delegate int MaskedDraw(ReadOnlySpan<T> logits, ReadOnlySpan<bool> mask, double uniform);

    private delegate void MaskedDrawRows(ReadOnlySpan<T> logits, ReadOnlySpan<bool> mask, ReadOnlySpan<double> uniforms, Span<int> indices, int size);

    private delegate void BitsFirst(ReadOnlySpan<T> values, ulong mask, Span<int> indices);

    private delegate void BitsFirstAndShares(ReadOnlySpan<T> logits, ulong mask, Span<int> indices, Span<T> probabilities);

    private delegate int BitsDraw(ReadOnlySpan<T> logits, ulong mask, double uniform);

    private delegate void BitsFirstRows(ReadOnlySpan<T> values, ulong mask, Span<int> indices, int size);

    private delegate void EachBitsFirstRows(ReadOnlySpan<T> values, ReadOnlySpan<ulong> masks, Span<int> indices, int size);

    private delegate void BitsFirstAndSharesRows(ReadOnlySpan<T> logits, ulong mask, Span<int> indices, Span<T> probabilities, int size);

    private delegate void EachBitsFirstAndSharesRows(ReadOnlySpan<T> logits, ReadOnlySpan<ulong> masks, Span<int> indices, Span<T> probabilities, int size);

    private delegate void BitsDrawRows(ReadOnlySpan<T> logits, ulong mask, ReadOnlySpan<double> uniforms, Span<int> indices, int size);

    private delegate void EachBitsDrawRows(ReadOnlySpan<T> logits, ReadOnlySpan<ulong> masks, ReadOnlySpan<double> uniforms, Span<int> indices, int size);

    private static void TopK(ReadOnlySpan<T> values, Span<int> indices) => s_topK(values, indices);

    private static int Draw(ReadOnlySpan<T> logits, double uniform) => s_sample(logits, uniform);

    private static int DrawAt(ReadOnlySpan<T> logits, T temperature, double uniform) => s_sampleAt(logits, temperature, uniform);

    private static void SampleRows(ReadOnlySpan<T> logits, ReadOnlySpan<double> uniforms, Span<int> indices, int size) => s_sampleRows(logits, uniforms, indices, size);

    private static void MaskedTopKRows(ReadOnlySpan<T> values, ReadOnlySpan<bool> mask, Span<int> indices, int size) => s_maskedTopKRows(values, mask, indices, size);

    private static void Both(string name, ReadOnlySpan<T> logits, T temperature, Span<int> indices, Span<T> probabilities)
    {
        // At 1 both overloads are to give the same.
        if (temperature == T.One)
        {
            Shares.Get(name)(logits, indices, probabilities);
            return;
        }

        Shares.GetAt(name)(logits, temperature, indices, probabilities);
    }

    private static void Softmax(T[] row, T temperature) => Shares.Softmax(row, temperature, row);

    /// <summary>Found once: looking for a method allocates.</summary>
    private static class Shares
    {
        private static readonly FirstAndShares s_before = Methods.Find<FirstAndShares>(typeof(SoftMath), "TopKSoftmax");
        private static readonly FirstAndShares s_after = Methods.Find<FirstAndShares>(typeof(SoftMath), "SoftmaxTopK");
        private static readonly FirstAndSharesAt s_beforeAt = Methods.Find<FirstAndSharesAt>(typeof(SoftMath), "TopKSoftmax");
        private static readonly FirstAndSharesAt s_afterAt = Methods.Find<FirstAndSharesAt>(typeof(SoftMath), "SoftmaxTopK");

        public delegate void SoftmaxAt(ReadOnlySpan<T> logits, T temperature, Span<T> probabilities);

        public static readonly SoftmaxAt Softmax = Methods.Find<SoftmaxAt>(typeof(SoftMath), "Softmax");

        public static FirstAndShares Get(string name) => name == "TopKSoftmax" ? s_before : s_after;

        public static FirstAndSharesAt GetAt(string name) => name == "TopKSoftmax" ? s_beforeAt : s_afterAt;
    }
}
