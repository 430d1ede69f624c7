using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Kernels.Tests.Subject;

/// <summary>One way to call an operation with two results a row, as bytes.</summary>
internal delegate void PairForm<T>(ReadOnlySpan<T> source, Span<byte> first, Span<byte> second);

/// <summary>An operation with two results a row, for rows of one size, and the two operations whose bits they are.</summary>
/// <param name="Name">What the method is called.</param>
/// <param name="Size">N.</param>
/// <param name="Source">The parameter of the values.</param>
/// <param name="First">The parameter of the first result of several rows.</param>
/// <param name="Second">And of the second: one value a row.</param>
/// <param name="FirstBytes">Bytes of the first result of a row.</param>
/// <param name="Row">Exactly N values.</param>
/// <param name="Rows">Several rows.</param>
/// <param name="AnyLength">One row of any length, where sizes are unrolled.</param>
/// <param name="Fallback">The runtime's.</param>
/// <param name="FallbackRows">The runtime's, for several rows.</param>
internal sealed record TwoResults<T>(
    string Name, int Size, string Source, string First, string Second, int FirstBytes, PairForm<T> Row, PairForm<T> Rows, PairForm<T> AnyLength, PairForm<T> Fallback, PairForm<T> FallbackRows)
    where T : unmanaged
{
    private const byte Unwritten = 0xA5;

    private delegate T Both(ReadOnlySpan<T> logits, Span<T> probabilities);

    private delegate void BothRows(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> results);

    private delegate void BothRowsOfSize(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> results, int size);

    private delegate int Winner(ReadOnlySpan<T> values, out T probability);

    private delegate void WinnerRows(ReadOnlySpan<T> values, Span<int> indices, Span<T> probabilities);

    private delegate void WinnerRowsOfSize(ReadOnlySpan<T> values, Span<int> indices, Span<T> probabilities, int size);

    /// <summary>Whether the first result is N values, which may stand where the row does.</summary>
    public bool IsElementwise => First == "probabilities";

    public IEnumerable<(string Name, PairForm<T> Run)> RowForms =>
        [($"{Name}{Size}", Row), ($"{Name} of {Size}", AnyLength), ($"SoftMath.{Name} of {Size}", Fallback)];

    public IEnumerable<(string Name, PairForm<T> Run)> RowsForms => [($"{Name}{Size}Rows", Rows), ($"SoftMath.{Name}Rows of {Size}", FallbackRows)];

    public static IEnumerable<TwoResults<T>> Of(Type kernels, int size) => [SoftmaxLogSumExp(kernels, size), ArgMax(kernels, size)];

    public (byte[] First, byte[] Second) Bits(PairForm<T> form, ReadOnlySpan<T> source)
    {
        var rows = source.Length / Size;
        var first = new byte[rows * FirstBytes];
        var second = new byte[rows * Unsafe.SizeOf<T>()];
        first.AsSpan().Fill(Unwritten);
        second.AsSpan().Fill(Unwritten);
        form(source, first, second);
        return (first, second);
    }

    private static TwoResults<T> SoftmaxLogSumExp(Type kernels, int size)
    {
        const string name = nameof(SoftmaxLogSumExp);
        PairForm<T> row(Type owner, string method)
        {
            var call = Methods.FindNamed<Both>(owner, method);
            return (source, first, second) => As<T>(second)[0] = call(source, As<T>(first));
        }

        var rows = Methods.FindNamed<BothRows>(kernels, $"{name}{size}Rows");
        var ofSize = Methods.FindNamed<BothRowsOfSize>(typeof(SoftMath), $"{name}Rows");
        return new(name, size, "logits", "probabilities", "results", size * Unsafe.SizeOf<T>(), row(kernels, name + size),
            (source, first, second) => rows(source, As<T>(first), As<T>(second)),
            row(kernels, name), row(typeof(SoftMath), name),
            (source, first, second) => ofSize(source, As<T>(first), As<T>(second), size));
    }

    private static TwoResults<T> ArgMax(Type kernels, int size)
    {
        const string name = nameof(ArgMax);
        PairForm<T> row(Type owner, string method)
        {
            var call = Methods.FindNamed<Winner>(owner, method);
            return (source, first, second) => As<int>(first)[0] = call(source, out As<T>(second)[0]);
        }

        var rows = Methods.FindNamed<WinnerRows>(kernels, $"{name}{size}Rows");
        var ofSize = Methods.FindNamed<WinnerRowsOfSize>(typeof(SoftMath), $"{name}Rows");
        return new(name, size, "values", "indices", "probabilities", sizeof(int), row(kernels, name + size),
            (source, first, second) => rows(source, As<int>(first), As<T>(second)),
            row(kernels, name), row(typeof(SoftMath), name),
            (source, first, second) => ofSize(source, As<int>(first), As<T>(second), size));
    }

    /// <summary>The public method whose parameters have the delegate's types and names.</summary>
    private static Span<TResult> As<TResult>(Span<byte> bytes)
        where TResult : unmanaged => MemoryMarshal.Cast<byte, TResult>(bytes);
}
