using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Kernels.Tests.Subject;

/// <content>What a column has beside the core: temperatures, and each of two results with the other apart.</content>
internal sealed partial class AlongColumns<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double[] s_temperatures = [0, 0.37, 1];

    [ThreadStatic]
    private static byte[]? t_other;

    private delegate void AtSize(ReadOnlySpan<T> source, T temperature, Span<T> results, int size);

    private delegate void AtSizeAndColumns(ReadOnlySpan<T> source, T temperature, Span<T> results, int size, int columns);

    private delegate T FoldAt(ReadOnlySpan<T> source, T temperature);

    private delegate void FillAt(ReadOnlySpan<T> source, T temperature, Span<T> results);

    private delegate void TwoOfSize<TFirst>(ReadOnlySpan<T> source, Span<TFirst> first, Span<T> second, int size);

    private delegate void TwoOfSizeAndColumns<TFirst>(ReadOnlySpan<T> source, Span<TFirst> first, Span<T> second, int size, int columns);

    private delegate int IndexAndValue(ReadOnlySpan<T> source, out T value);

    private static IEnumerable<AlongColumns<T>> AtTemperatures(Type? kernels) =>
        from temperature in s_temperatures
        from kind in new[] { OperationKind.Softmax, OperationKind.LogSoftmax, OperationKind.LogSumExp }
        select At(T.CreateChecked(temperature), kind, kernels);

    private static AlongColumns<T> At(T temperature, OperationKind kind, Type? kernels)
    {
        Type[] ports = [typeof(ReadOnlySpan<T>), typeof(T), typeof(Span<T>)];
        var rows = Library(kind.Name + "Rows", [.. ports, typeof(int)]).CreateDelegate<AtSize>();
        var columns = Library(kind.Name + "Columns", [.. ports, typeof(int), typeof(int)]).CreateDelegate<AtSizeAndColumns>();
        AlongColumns<T> found = new(
            kind with { Name = string.Create(CultureInfo.InvariantCulture, $"{kind.Name} at {temperature}") },
            (source, results, size, number) => columns(source, temperature, As<T>(results), size, number),
            (source, results, size, _) => rows(source, temperature, As<T>(results), size),
            RowAt(temperature, kind));
        found.AddGenerated(kernels, size =>
        {
            var generated = kernels!.GetMethod($"{kind.Name}{size}Columns", [.. ports, typeof(int)])!.CreateDelegate<AtSize>();
            return (source, results, _, number) => generated(source, temperature, As<T>(results), number);
        });
        return found;
    }

    private static Form<T> RowAt(T temperature, OperationKind kind)
    {
        if (kind.Shape == ResultShape.Elements)
        {
            var fill = Library(kind.Name, typeof(ReadOnlySpan<T>), typeof(T), typeof(Span<T>)).CreateDelegate<FillAt>();
            return (source, results) => fill(source, temperature, As<T>(results));
        }

        var fold = Library(kind.Name, typeof(ReadOnlySpan<T>), typeof(T)).CreateDelegate<FoldAt>();
        return (source, results) => MemoryMarshal.Write(results, fold(source, temperature));
    }

    private static IEnumerable<AlongColumns<T>> OfTwoResults(Type? kernels)
    {
        var winner = Library("ArgMax", typeof(ReadOnlySpan<T>), typeof(T).MakeByRefType()).CreateDelegate<IndexAndValue>();
        OperationKind probability = new("ArgMax", ResultShape.Value, "values", "probabilities");
        return
        [
            First<T>("SoftmaxLogSumExp", OperationKind.Softmax, kernels),
            Second<T>("SoftmaxLogSumExp", OperationKind.LogSumExp with { Source = "logits" }, RowOf<T>(OperationKind.LogSumExp), kernels),
            First<int>("ArgMax", OperationKind.ArgMax, kernels),
            Second<int>("ArgMax", probability, (source, results) =>
            {
                winner(source, out var value);
                MemoryMarshal.Write(results, value);
            }, kernels),
        ];
    }

    /// <summary>The first result, which is N values or an index.</summary>
    private static AlongColumns<T> First<TFirst>(string name, OperationKind kind, Type? kernels)
        where TFirst : unmanaged
    {
        var (columns, rows) = Two<TFirst>(name);
        AlongColumns<T> found = new(
            kind with { Name = $"the first result of {name}" },
            (source, results, size, number) => columns(source, As<TFirst>(results), Other<T>(source.Length, size), size, number),
            (source, results, size, _) => rows(source, As<TFirst>(results), Other<T>(source.Length, size), size),
            RowOf<TFirst>(kind));
        found.AddGenerated(kernels, size =>
        {
            var generated = Generated<TFirst>(kernels!, name, size);
            return (source, results, _, number) => generated(source, As<TFirst>(results), Other<T>(source.Length, size), number);
        });
        return found;
    }

    /// <summary>The second result, which is one value.</summary>
    private static AlongColumns<T> Second<TFirst>(string name, OperationKind kind, Form<T> row, Type? kernels)
        where TFirst : unmanaged
    {
        var (columns, rows) = Two<TFirst>(name);
        AlongColumns<T> found = new(
            kind with { Name = $"the second result of {name}" },
            (source, results, size, number) => columns(source, OtherFirst<TFirst>(source.Length, size), As<T>(results), size, number),
            (source, results, size, _) => rows(source, OtherFirst<TFirst>(source.Length, size), As<T>(results), size),
            row);
        found.AddGenerated(kernels, size =>
        {
            var generated = Generated<TFirst>(kernels!, name, size);
            return (source, results, _, number) => generated(source, OtherFirst<TFirst>(source.Length, size), As<T>(results), number);
        });
        return found;
    }

    private static (TwoOfSizeAndColumns<TFirst> Columns, TwoOfSize<TFirst> Rows) Two<TFirst>(string name)
    {
        Type[] ports = [typeof(ReadOnlySpan<T>), typeof(Span<TFirst>), typeof(Span<T>), typeof(int)];
        return (Library(name + "Columns", [.. ports, typeof(int)]).CreateDelegate<TwoOfSizeAndColumns<TFirst>>(), Library(name + "Rows", ports).CreateDelegate<TwoOfSize<TFirst>>());
    }

    private static TwoOfSize<TFirst> Generated<TFirst>(Type kernels, string name, int size) =>
        kernels.GetMethod($"{name}{size}Columns", [typeof(ReadOnlySpan<T>), typeof(Span<TFirst>), typeof(Span<T>), typeof(int)])!.CreateDelegate<TwoOfSize<TFirst>>();

    /// <summary>Room for the result that is not looked at: of indices one a column, of elements as many as there are values.</summary>
    private static Span<TFirst> OtherFirst<TFirst>(int length, int size)
        where TFirst : unmanaged => typeof(TFirst) == typeof(int) ? Other<TFirst>(length, size) : Other<TFirst>(length, 1);

    private static Span<TOther> Other<TOther>(int length, int size)
        where TOther : unmanaged
    {
        var bytes = (size > 0 ? length / size : 0) * Unsafe.SizeOf<TOther>();
        if (t_other is null || t_other.Length < bytes)
        {
            t_other = new byte[2 * bytes];
        }

        return As<TOther>(t_other.AsSpan(0, bytes));
    }

    private static Span<TElement> As<TElement>(Span<byte> bytes)
        where TElement : unmanaged => MemoryMarshal.Cast<byte, TElement>(bytes);
}
