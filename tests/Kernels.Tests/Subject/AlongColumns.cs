using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Kernels.Tests.Subject;

/// <summary>Blocks of columns, of a size that is part of the method or given; results are bytes, as <see cref="Form{T}"/> has them.</summary>
internal delegate void ColumnsForm<T>(ReadOnlySpan<T> source, Span<byte> results, int size, int columns);

/// <summary>An operation along columns, and along rows of a size known at run time: the library's methods, and those of a generated size.</summary>
internal sealed partial class AlongColumns<T>
{
    private readonly Dictionary<int, ColumnsForm<T>> _generated = [];

    private AlongColumns(OperationKind kind, ColumnsForm<T> columns, ColumnsForm<T> rows, Form<T> row) => (Kind, Columns, Rows, Row) = (kind, columns, rows, row);

    private delegate void OfSize<TResult>(ReadOnlySpan<T> source, Span<TResult> results, int size);

    private delegate void OfSizeAndColumns<TResult>(ReadOnlySpan<T> source, Span<TResult> results, int size, int columns);

    private delegate TResult Fold<TResult>(ReadOnlySpan<T> source);

    private delegate void Fill(ReadOnlySpan<T> source, Span<T> results);

    public OperationKind Kind { get; }

    /// <summary><c>SoftMath</c>'s.</summary>
    public ColumnsForm<T> Columns { get; }

    /// <summary><c>SoftMath</c>'s, which takes no number of columns.</summary>
    public ColumnsForm<T> Rows { get; }

    /// <summary>One row, which the others are held against.</summary>
    public Form<T> Row { get; }

    public int BytesPerResult => Kind.Shape == ResultShape.Index ? sizeof(int) : Unsafe.SizeOf<T>();

    public bool IsElementwise => Kind.Shape == ResultShape.Elements;

    /// <summary>What there is for a size: the library's, and the generated one where the size has kernels.</summary>
    public IEnumerable<ColumnsForm<T>> FormsOf(int size) => _generated.TryGetValue(size, out var generated) ? [Columns, generated] : [Columns];

    public static IReadOnlyList<AlongColumns<T>> All(Type? kernels) =>
    [
        .. OperationKind.All.Select(kind => kind.Shape == ResultShape.Index ? Find<int>(kind, kernels) : Find<T>(kind, kernels)),
        .. AtTemperatures(kernels),
        .. OfTwoResults(kernels),
    ];

    /// <summary>The bits of each column's results, computed one row after the other.</summary>
    public byte[] Expected(ReadOnlySpan<T> source, int size, int columns)
    {
        var resultsOfColumn = IsElementwise ? size : 1;
        var results = new byte[source.Length / size * resultsOfColumn * BytesPerResult];
        var row = new T[size];
        var one = new byte[resultsOfColumn * BytesPerResult];
        for (var column = 0; column < source.Length / size; column++)
        {
            var (block, place) = (column / columns, column % columns);
            for (var i = 0; i < size; i++)
            {
                row[i] = source[(((block * size) + i) * columns) + place];
            }

            Row(row, one);
            for (var i = 0; i < resultsOfColumn; i++)
            {
                one.AsSpan(i * BytesPerResult, BytesPerResult).CopyTo(results.AsSpan(((((block * resultsOfColumn) + i) * columns) + place) * BytesPerResult));
            }
        }

        return results;
    }

    private static AlongColumns<T> Find<TResult>(OperationKind kind, Type? kernels)
        where TResult : unmanaged
    {
        var rows = Library(kind.Name + "Rows", typeof(ReadOnlySpan<T>), typeof(Span<TResult>), typeof(int)).CreateDelegate<OfSize<TResult>>();
        var columns = Library(kind.Name + "Columns", typeof(ReadOnlySpan<T>), typeof(Span<TResult>), typeof(int), typeof(int)).CreateDelegate<OfSizeAndColumns<TResult>>();
        AlongColumns<T> found = new(
            kind,
            (source, results, size, number) => columns(source, MemoryMarshal.Cast<byte, TResult>(results), size, number),
            (source, results, size, _) => rows(source, MemoryMarshal.Cast<byte, TResult>(results), size),
            RowOf<TResult>(kind));
        found.AddGenerated(kernels, size =>
        {
            var generated = kernels!.GetMethod($"{kind.Name}{size}Columns", [typeof(ReadOnlySpan<T>), typeof(Span<TResult>), typeof(int)])!.CreateDelegate<OfSize<TResult>>();
            return (source, results, _, number) => generated(source, MemoryMarshal.Cast<byte, TResult>(results), number);
        });
        return found;
    }

    private void AddGenerated(Type? kernels, Func<int, ColumnsForm<T>> find)
    {
        foreach (var size in kernels?.GetCustomAttributes<SoftKernelAttribute>().Select(kernel => kernel.Size) ?? [])
        {
            _generated[size] = find(size);
        }
    }

    private static Form<T> RowOf<TResult>(OperationKind kind)
        where TResult : unmanaged
    {
        if (kind.Shape == ResultShape.Elements)
        {
            var fill = Library(kind.Name, typeof(ReadOnlySpan<T>), typeof(Span<T>)).CreateDelegate<Fill>();
            return (source, results) => fill(source, MemoryMarshal.Cast<byte, T>(results));
        }

        var fold = Library(kind.Name, typeof(ReadOnlySpan<T>)).CreateDelegate<Fold<TResult>>();
        return (source, results) => MemoryMarshal.Write(results, fold(source));
    }

    /// <summary>A method of <c>SoftMath</c> for this type, or for any.</summary>
    private static MethodInfo Library(string name, params Type[] types) =>
        typeof(SoftMath).GetMethod(name, 0, types)
        ?? typeof(SoftMath).GetMethods().Single(method => method.Name == name && method.IsGenericMethod && method.GetParameters().Length == types.Length).MakeGenericMethod(typeof(T));
}
