using System;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary>Rows of float, of at least one value, at the widest register that the hardware has and the row fills.</summary>
internal static class SingleRows
{
    public static void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && logits.Length >= 16)
        {
            RowKernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Softmax(logits, probabilities);
            return;
        }

        if (Vector256.IsHardwareAccelerated && logits.Length >= 8)
        {
            RowKernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.Softmax(logits, probabilities);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            RowKernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.Softmax(logits, probabilities);
            return;
        }
#endif
        RowKernel<SingleScalar, SingleFormat, float, int, float>.Softmax(logits, probabilities);
    }

    public static void LogSoftmax(ReadOnlySpan<float> logits, Span<float> logProbabilities)
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && logits.Length >= 16)
        {
            RowKernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.LogSoftmax(logits, logProbabilities);
            return;
        }

        if (Vector256.IsHardwareAccelerated && logits.Length >= 8)
        {
            RowKernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.LogSoftmax(logits, logProbabilities);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            RowKernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.LogSoftmax(logits, logProbabilities);
            return;
        }
#endif
        RowKernel<SingleScalar, SingleFormat, float, int, float>.LogSoftmax(logits, logProbabilities);
    }

    public static float LogSumExp(ReadOnlySpan<float> values)
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && values.Length >= 16)
        {
            return RowKernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.LogSumExp(values);
        }

        if (Vector256.IsHardwareAccelerated && values.Length >= 8)
        {
            return RowKernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.LogSumExp(values);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            return RowKernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.LogSumExp(values);
        }
#endif
        return RowKernel<SingleScalar, SingleFormat, float, int, float>.LogSumExp(values);
    }

    public static float Max(ReadOnlySpan<float> values)
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && values.Length >= 16)
        {
            return RowKernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Max(values);
        }

        if (Vector256.IsHardwareAccelerated && values.Length >= 8)
        {
            return RowKernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.Max(values);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            return RowKernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.Max(values);
        }
#endif
        return RowKernel<SingleScalar, SingleFormat, float, int, float>.Max(values);
    }

    public static int ArgMax(ReadOnlySpan<float> values)
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && values.Length >= 16)
        {
            return RowKernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.ArgMax(values);
        }

        if (Vector256.IsHardwareAccelerated && values.Length >= 8)
        {
            return RowKernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.ArgMax(values);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            return RowKernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.ArgMax(values);
        }
#endif
        return RowKernel<SingleScalar, SingleFormat, float, int, float>.ArgMax(values);
    }
}
