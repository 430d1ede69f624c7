using System;
using System.Runtime.CompilerServices;

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

    /// <summary>What softmax gives the maximum.</summary>
    void MaxProbability(ReadOnlySpan<T> values, Span<T> probabilities, int size, int columns);

    void Softmax(ReadOnlySpan<T> logits, T temperature, Span<T> probabilities, int size, int columns);

    void LogSoftmax(ReadOnlySpan<T> logits, T temperature, Span<T> logProbabilities, int size, int columns);

    void LogSumExp(ReadOnlySpan<T> values, T temperature, Span<T> results, int size, int columns);
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

internal readonly struct MaxProbabilityOfColumns<T> : IColumnOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Columns<TColumns>(TColumns register, ReadOnlySpan<T> values, Span<T> results, int size, int columns)
        where TColumns : struct, IColumns<T> => register.MaxProbability(values, results, size, columns);
}

internal readonly struct SoftmaxOfColumnsAtTemperature<T>(T temperature) : IColumnOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Columns<TColumns>(TColumns register, ReadOnlySpan<T> values, Span<T> results, int size, int columns)
        where TColumns : struct, IColumns<T> => register.Softmax(values, temperature, results, size, columns);
}

internal readonly struct LogSoftmaxOfColumnsAtTemperature<T>(T temperature) : IColumnOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Columns<TColumns>(TColumns register, ReadOnlySpan<T> values, Span<T> results, int size, int columns)
        where TColumns : struct, IColumns<T> => register.LogSoftmax(values, temperature, results, size, columns);
}

internal readonly struct LogSumExpOfColumnsAtTemperature<T>(T temperature) : IColumnOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Columns<TColumns>(TColumns register, ReadOnlySpan<T> values, Span<T> results, int size, int columns)
        where TColumns : struct, IColumns<T> => register.LogSumExp(values, temperature, results, size, columns);
}
