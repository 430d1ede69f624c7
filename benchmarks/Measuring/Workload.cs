using System;
using System.Numerics;

namespace SoftKernels.Benchmarks.Measuring;

/// <summary>A function from one row to one row.</summary>
internal interface IToRow<T>
{
    static abstract void Invoke(ReadOnlySpan<T> row, Span<T> result);
}

/// <summary>A function from one row to one value.</summary>
internal interface IToValue<T, TResult>
{
    static abstract TResult Invoke(ReadOnlySpan<T> row);
}

/// <summary>Rows of normally distributed logits, some 16 thousand values in all, and room for what becomes of them.</summary>
internal sealed class Workload<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Values = 16384;

    // Half a page away from the logits: no store looks like the next load to the processor.
    private const int Skew = 2048;

    public Workload(Scenario scenario, int size)
    {
        Scenario = scenario;
        Size = size;
        RowCount = Values / size;
        Logits = AlignedMemory.Allocate<T>(RowCount * size);
        Results = AlignedMemory.Allocate<T>(scenario.Operation.GivesRow() ? RowCount * size : RowCount, Skew);
        Indices = AlignedMemory.Allocate<int>(RowCount, Skew);
        Fill(Logits.Span);
    }

    public Scenario Scenario { get; }

    public Operation Operation => Scenario.Operation;

    public int Size { get; }

    public int RowCount { get; }

    public Memory<T> Logits { get; }

    public Memory<T> Results { get; }

    public Memory<int> Indices { get; }

    /// <summary>A struct as function, so that the loop calls it directly.</summary>
    public Contender EachToRow<TFunction>(Rival? rival)
        where TFunction : struct, IToRow<T> => new(rival, RowCount, () =>
        {
            ReadOnlySpan<T> logits = Logits.Span;
            Span<T> results = Results.Span;
            for (int at = 0; at < logits.Length; at += Size)
            {
                TFunction.Invoke(logits.Slice(at, Size), results.Slice(at, Size));
            }
        });

    /// <inheritdoc cref="EachToRow"/>
    public Contender EachToValue<TFunction>(Rival? rival)
        where TFunction : struct, IToValue<T, T> => EachTo<TFunction, T>(rival, Results);

    /// <inheritdoc cref="EachToRow"/>
    public Contender EachToIndex<TFunction>(Rival? rival)
        where TFunction : struct, IToValue<T, int> => EachTo<TFunction, int>(rival, Indices);

    private Contender EachTo<TFunction, TResult>(Rival? rival, Memory<TResult> memory)
        where TFunction : struct, IToValue<T, TResult> => new(rival, RowCount, () =>
        {
            ReadOnlySpan<T> logits = Logits.Span;
            Span<TResult> results = memory.Span;
            for (int row = 0; row < results.Length; row++)
            {
                results[row] = TFunction.Invoke(logits.Slice(row * Size, Size));
            }
        });

    private static void Fill(Span<T> logits)
    {
        Random random = new(1);
        foreach (ref T logit in logits)
        {
#pragma warning disable CA5394 // Reproducible, not secret.
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            logit = T.CreateTruncating(3 * radius * Math.Cos(Math.Tau * random.NextDouble()));
#pragma warning restore CA5394
        }
    }
}
