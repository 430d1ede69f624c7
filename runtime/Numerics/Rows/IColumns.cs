using System;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary>The operations at one register, along the columns of blocks: of two columns at least, of two values at least.</summary>
/// <typeparam name="T">The element: float or double.</typeparam>
internal interface IColumns<T>
{
    void Softmax(ReadOnlySpan<T> logits, Span<T> probabilities, int size, int columns);

    void LogSoftmax(ReadOnlySpan<T> logits, Span<T> logProbabilities, int size, int columns);

    void LogSumExp(ReadOnlySpan<T> values, Span<T> results, int size, int columns);

    void Max(ReadOnlySpan<T> values, Span<T> results, int size, int columns);

    void ArgMax(ReadOnlySpan<T> values, Span<int> indices, int size, int columns);

    void HardMax(ReadOnlySpan<T> values, Span<T> oneHot, int size, int columns);
}

/// <summary>An operation along columns, at whatever register.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TResult">What comes out: elements, or indices.</typeparam>
internal interface IColumnOperation<T, TResult>
{
    void Columns<TColumns>(TColumns register, ReadOnlySpan<T> values, Span<TResult> results, int size, int columns)
        where TColumns : struct, IColumns<T>;
}

internal readonly struct SoftmaxOfColumns<T> : IColumnOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Columns<TColumns>(TColumns register, ReadOnlySpan<T> values, Span<T> results, int size, int columns)
        where TColumns : struct, IColumns<T> => register.Softmax(values, results, size, columns);
}

internal readonly struct LogSoftmaxOfColumns<T> : IColumnOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Columns<TColumns>(TColumns register, ReadOnlySpan<T> values, Span<T> results, int size, int columns)
        where TColumns : struct, IColumns<T> => register.LogSoftmax(values, results, size, columns);
}

internal readonly struct LogSumExpOfColumns<T> : IColumnOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Columns<TColumns>(TColumns register, ReadOnlySpan<T> values, Span<T> results, int size, int columns)
        where TColumns : struct, IColumns<T> => register.LogSumExp(values, results, size, columns);
}

internal readonly struct MaxOfColumns<T> : IColumnOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Columns<TColumns>(TColumns register, ReadOnlySpan<T> values, Span<T> results, int size, int columns)
        where TColumns : struct, IColumns<T> => register.Max(values, results, size, columns);
}

internal readonly struct ArgMaxOfColumns<T> : IColumnOperation<T, int>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Columns<TColumns>(TColumns register, ReadOnlySpan<T> values, Span<int> results, int size, int columns)
        where TColumns : struct, IColumns<T> => register.ArgMax(values, results, size, columns);
}

internal readonly struct HardMaxOfColumns<T> : IColumnOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Columns<TColumns>(TColumns register, ReadOnlySpan<T> values, Span<T> results, int size, int columns)
        where TColumns : struct, IColumns<T> => register.HardMax(values, results, size, columns);
}

/// <summary>The widest registers that there are, and columns enough to fill.</summary>
internal static class WidestColumns
{
    [MethodImpl(KernelOptions.Optimized)]
    public static void OfSingles<TOperation, TResult>(ReadOnlySpan<float> values, Span<TResult> results, int size, int columns)
        where TOperation : struct, IColumnOperation<float, TResult>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
#if NET8_0_OR_GREATER
        int all = values.Length / size;
        if (Vector512.IsHardwareAccelerated && all >= Vector512<float>.Count)
        {
            default(TOperation).Columns(Registers.Single512, values, results, size, columns);
            return;
        }

        if (Vector256.IsHardwareAccelerated && all >= Vector256<float>.Count)
        {
            default(TOperation).Columns(Registers.Single256, values, results, size, columns);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            default(TOperation).Columns(Registers.Single128, values, results, size, columns);
            return;
        }
#endif
        default(TOperation).Columns(Registers.Single, values, results, size, columns);
    }

    [MethodImpl(KernelOptions.Optimized)]
    public static void OfDoubles<TOperation, TResult>(ReadOnlySpan<double> values, Span<TResult> results, int size, int columns)
        where TOperation : struct, IColumnOperation<double, TResult>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
#if NET8_0_OR_GREATER
        int all = values.Length / size;
        if (Vector512.IsHardwareAccelerated && all >= Vector512<double>.Count)
        {
            default(TOperation).Columns(Registers.Double512, values, results, size, columns);
            return;
        }

        if (Vector256.IsHardwareAccelerated && all >= Vector256<double>.Count)
        {
            default(TOperation).Columns(Registers.Double256, values, results, size, columns);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            default(TOperation).Columns(Registers.Double128, values, results, size, columns);
            return;
        }
#endif
        default(TOperation).Columns(Registers.Double, values, results, size, columns);
    }
}
