using System;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary>Rows of double, of at least one value, at the widest register that the hardware has and the row fills.</summary>
internal static class DoubleRows
{
    public static void Softmax(ReadOnlySpan<double> logits, Span<double> probabilities)
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && logits.Length >= 8)
        {
            RowKernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.Softmax(logits, probabilities);
            return;
        }

        if (Vector256.IsHardwareAccelerated && logits.Length >= 4)
        {
            RowKernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.Softmax(logits, probabilities);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            RowKernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Softmax(logits, probabilities);
            return;
        }
#endif
        RowKernel<DoubleScalar, DoubleFormat, double, long, double>.Softmax(logits, probabilities);
    }

    public static void LogSoftmax(ReadOnlySpan<double> logits, Span<double> logProbabilities)
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && logits.Length >= 8)
        {
            RowKernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.LogSoftmax(logits, logProbabilities);
            return;
        }

        if (Vector256.IsHardwareAccelerated && logits.Length >= 4)
        {
            RowKernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.LogSoftmax(logits, logProbabilities);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            RowKernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.LogSoftmax(logits, logProbabilities);
            return;
        }
#endif
        RowKernel<DoubleScalar, DoubleFormat, double, long, double>.LogSoftmax(logits, logProbabilities);
    }

    public static double LogSumExp(ReadOnlySpan<double> values)
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && values.Length >= 8)
        {
            return RowKernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.LogSumExp(values);
        }

        if (Vector256.IsHardwareAccelerated && values.Length >= 4)
        {
            return RowKernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.LogSumExp(values);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            return RowKernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.LogSumExp(values);
        }
#endif
        return RowKernel<DoubleScalar, DoubleFormat, double, long, double>.LogSumExp(values);
    }

    public static double Max(ReadOnlySpan<double> values)
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && values.Length >= 8)
        {
            return RowKernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.Max(values);
        }

        if (Vector256.IsHardwareAccelerated && values.Length >= 4)
        {
            return RowKernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.Max(values);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            return RowKernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Max(values);
        }
#endif
        return RowKernel<DoubleScalar, DoubleFormat, double, long, double>.Max(values);
    }

    public static int ArgMax(ReadOnlySpan<double> values)
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && values.Length >= 8)
        {
            return RowKernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.ArgMax(values);
        }

        if (Vector256.IsHardwareAccelerated && values.Length >= 4)
        {
            return RowKernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.ArgMax(values);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            return RowKernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.ArgMax(values);
        }
#endif
        return RowKernel<DoubleScalar, DoubleFormat, double, long, double>.ArgMax(values);
    }
}
