using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace SoftKernels.Kernels.Tests.Subject;

/// <summary>What is generated for one size at a temperature, as operations of a row alone.</summary>
internal sealed class TemperatureSet<T>
    where T : unmanaged
{
    private readonly Type _kernels;
    private readonly T _temperature;

    public TemperatureSet(Type kernels, int size, T temperature)
    {
        (_kernels, Size, _temperature) = (kernels, size, temperature);
        All = [.. OperationKind.All.Where(kind => kind.Name is "Softmax" or "LogSoftmax" or "LogSumExp").Select(Find)];
        (Softmax, LogSoftmax, LogSumExp) = (All.Single(one => one.Kind.Name == "Softmax"), All.Single(one => one.Kind.Name == "LogSoftmax"), All.Single(one => one.Kind.Name == "LogSumExp"));
    }

    private delegate void Fill(ReadOnlySpan<T> source, T temperature, Span<T> results);

    private delegate T Fold(ReadOnlySpan<T> source, T temperature);

    public int Size { get; }

    public T Temperature => _temperature;

    public IReadOnlyList<Operation<T>> All { get; }

    public Operation<T> Softmax { get; }

    public Operation<T> LogSoftmax { get; }

    public Operation<T> LogSumExp { get; }

    private Operation<T> Find(OperationKind kind)
    {
        Func<Type, string, OperationKind, Form<T>> row = kind.Shape == ResultShape.Elements ? FillForm : FoldForm;
        return new(
            kind,
            Size,
            Row: row(_kernels, kind.Name + Size, kind),
            Rows: FillForm(_kernels, kind.Name + Size + "Rows", kind),
            AnyLength: row(_kernels, kind.Name, kind),
            Fallback: row(typeof(SoftMath), kind.Name, kind));
    }

    private Form<T> FillForm(Type owner, string name, OperationKind kind)
    {
        var fill = Methods.Find<Fill>(owner, name, [kind.Source, "temperature", kind.Results]);
        return (source, results) => fill(source, _temperature, MemoryMarshal.Cast<byte, T>(results));
    }

    private Form<T> FoldForm(Type owner, string name, OperationKind kind)
    {
        var fold = Methods.Find<Fold>(owner, name, [kind.Source, "temperature"]);
        return (source, results) => MemoryMarshal.Write(results, fold(source, _temperature));
    }
}
