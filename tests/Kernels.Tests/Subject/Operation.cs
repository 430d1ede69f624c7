using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Kernels.Tests.Subject;

/// <summary>One way to call an operation. Results are bytes: one shape for values and indices, and comparing them compares bits.</summary>
internal delegate void Form<T>(ReadOnlySpan<T> source, Span<byte> results);

/// <summary>One operation on rows of one size, in all its forms.</summary>
internal sealed record Operation<T>(OperationKind Kind, int Size, Form<T> Row, Form<T> Rows, Form<T> AnyLength, Form<T> Fallback)
    where T : unmanaged
{
    /// <summary>What results hold before: memory of 0 would hide a 0 that was not written.</summary>
    private const byte Unwritten = 0xA5;

    public bool IsElementwise => Kind.Shape == ResultShape.Elements;

    public bool IsValued => Kind.Shape != ResultShape.Index;

    public int ResultsPerRow => IsElementwise ? Size : 1;

    public int BytesPerResult => IsValued ? Unsafe.SizeOf<T>() : sizeof(int);

    public int BytesPerRow => ResultsPerRow * BytesPerResult;

    public IEnumerable<(string Name, Form<T> Run)> Forms =>
        [($"{Kind.Name}{Size}", Row), ($"{Kind.Name}{Size}Rows", Rows), .. RowlessForms];

    /// <summary>The forms that take one row of any length.</summary>
    public IEnumerable<(string Name, Form<T> Run)> RowlessForms =>
        [($"{Kind.Name} of {Size}", AnyLength), ($"SoftMath.{Kind.Name} of {Size}", Fallback)];

    public byte[] Bits(Form<T> form, ReadOnlySpan<T> source)
    {
        var results = new byte[source.Length / Size * BytesPerRow];
        results.AsSpan().Fill(Unwritten);
        form(source, results);
        return results;
    }

    public T[] Values(Form<T> form, ReadOnlySpan<T> source) => MemoryMarshal.Cast<byte, T>(Bits(form, source)).ToArray();

    public int[] Indices(Form<T> form, ReadOnlySpan<T> source) => MemoryMarshal.Cast<byte, int>(Bits(form, source)).ToArray();
}
