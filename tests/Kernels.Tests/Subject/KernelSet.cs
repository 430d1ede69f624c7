using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;

namespace SoftKernels.Kernels.Tests.Subject;

/// <summary>Everything generated for one size, found by name, beside the runtime's fallback.</summary>
internal sealed class KernelSet<T>
    where T : unmanaged
{
    private readonly Type _kernels;

    public KernelSet(Type kernels, int size)
    {
        _kernels = kernels;
        Size = size;
        All = [.. OperationKind.All.Select(Find)];
        (Softmax, LogSoftmax, HardMax, LogSumExp, Max, ArgMax) = (All[0], All[1], All[2], All[3], All[4], All[5]);
    }

    private delegate void Fill<TResult>(ReadOnlySpan<T> source, Span<TResult> results);

    private delegate TResult Fold<TResult>(ReadOnlySpan<T> source);

    public int Size { get; }

    public IReadOnlyList<Operation<T>> All { get; }

    public Operation<T> Softmax { get; }

    public Operation<T> LogSoftmax { get; }

    public Operation<T> HardMax { get; }

    public Operation<T> LogSumExp { get; }

    public Operation<T> Max { get; }

    public Operation<T> ArgMax { get; }

    /// <summary>One set for each size that <paramref name="kernels"/> asks for, in ascending order.</summary>
    public static IReadOnlyList<KernelSet<T>> DeclaredOn(Type kernels) =>
        [.. kernels.GetCustomAttributes<SoftKernelAttribute>().Select(kernel => kernel.Size).Order().Select(size => new KernelSet<T>(kernels, size))];

    private Operation<T> Find(OperationKind kind) => kind.Shape == ResultShape.Index ? Find<int>(kind) : Find<T>(kind);

    private Operation<T> Find<TResult>(OperationKind kind)
        where TResult : unmanaged
    {
        Func<Type, string, OperationKind, Form<T>> row = kind.Shape == ResultShape.Elements ? FillForm<TResult> : FoldForm<TResult>;
        return new(
            kind,
            Size,
            Row: row(_kernels, kind.Name + Size, kind),
            Rows: FillForm<TResult>(_kernels, kind.Name + Size + "Rows", kind),
            AnyLength: row(_kernels, kind.Name, kind),
            Fallback: row(typeof(SoftMath), kind.Name, kind));
    }

    private static Form<T> FillForm<TResult>(Type owner, string name, OperationKind kind)
        where TResult : unmanaged
    {
        var fill = Methods.Find<Fill<TResult>>(owner, name, [kind.Source, kind.Results]);
        return (source, results) => fill(source, MemoryMarshal.Cast<byte, TResult>(results));
    }

    private static Form<T> FoldForm<TResult>(Type owner, string name, OperationKind kind)
        where TResult : unmanaged
    {
        var fold = Methods.Find<Fold<TResult>>(owner, name, [kind.Source]);
        return (source, results) => MemoryMarshal.Write(results, fold(source));
    }
}
