using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace SoftKernels.Kernels.Tests.Subject;

/// <summary>One way to call an operation with a mask: of one row, or of many.</summary>
internal delegate void MaskedForm<T>(ReadOnlySpan<T> source, ReadOnlySpan<bool> mask, Span<byte> results);

/// <summary>One operation with masks for rows of one size, in all its forms: by bools and, up to 64 values, by bits.</summary>
/// <param name="Plain">The operation without.</param>
/// <param name="Row">Forms that take one row.</param>
/// <param name="Shared">Forms that take many rows and the mask of one.</param>
/// <param name="Each">Forms that take many rows and a mask for each.</param>
internal sealed record MaskedOperation<T>(
    Operation<T> Plain,
    IReadOnlyList<(string Name, MaskedForm<T> Run)> Row,
    IReadOnlyList<(string Name, MaskedForm<T> Run)> Shared,
    IReadOnlyList<(string Name, MaskedForm<T> Run)> Each)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What is promised: the plain results with −∞ in place of what is left out, and no index of that.</summary>
    public byte[] Expected(ReadOnlySpan<T> source, ReadOnlySpan<bool> mask)
    {
        var left = new T[source.Length];
        for (var i = 0; i < left.Length; i++)
        {
            left[i] = mask[i % mask.Length] ? source[i] : T.NegativeInfinity;
        }

        var rows = source.Length / Plain.Size;
        var results = new byte[rows * Plain.BytesPerRow];
        for (var row = 0; row < rows; row++)
        {
            var one = results.AsSpan(row * Plain.BytesPerRow, Plain.BytesPerRow);
            Plain.Fallback(left.AsSpan(row * Plain.Size, Plain.Size), one);
            if (!Plain.IsValued && T.IsNegativeInfinity(left[(row * Plain.Size) + MemoryMarshal.Read<int>(one)]))
            {
                MemoryMarshal.Write(one, mask.Slice(row * Plain.Size % mask.Length, Plain.Size).IndexOf(true));
            }
        }

        return results;
    }
}

/// <summary>Everything with masks that is generated for one size, found by name, beside the library's.</summary>
internal sealed class MaskedSet<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public const int MostBits = 64;

    private readonly Type _kernels;

    private MaskedSet(Type kernels, int size)
    {
        _kernels = kernels;
        Size = size;
        KernelSet<T> plain = new(kernels, size);
        All =
        [
            Elements(plain.Softmax), Elements(plain.LogSoftmax),
            Find<T>(plain.LogSumExp), Find<int>(plain.ArgMax),
        ];
    }

    public delegate void Fill<TResult>(ReadOnlySpan<T> source, ReadOnlySpan<bool> mask, Span<TResult> results);

    public delegate void FillByBits<TResult>(ReadOnlySpan<T> source, ulong mask, Span<TResult> results);

    public delegate void FillRowsByBits<TResult>(ReadOnlySpan<T> source, ReadOnlySpan<ulong> masks, Span<TResult> results);

    public delegate TResult Fold<TResult>(ReadOnlySpan<T> source, ReadOnlySpan<bool> mask);

    public delegate TResult FoldByBits<TResult>(ReadOnlySpan<T> source, ulong mask);

    public delegate void SizedFill<TResult>(ReadOnlySpan<T> source, ReadOnlySpan<bool> mask, Span<TResult> results, int size);

    public delegate void SizedFillByBits<TResult>(ReadOnlySpan<T> source, ulong mask, Span<TResult> results, int size);

    public delegate void SizedFillRowsByBits<TResult>(ReadOnlySpan<T> source, ReadOnlySpan<ulong> masks, Span<TResult> results, int size);

    public int Size { get; }

    public IReadOnlyList<MaskedOperation<T>> All { get; }

    public static IReadOnlyList<MaskedSet<T>> DeclaredOn(Type kernels) =>
        [.. kernels.GetCustomAttributes<SoftKernelAttribute>().Select(kernel => kernel.Size).Order().Select(size => new MaskedSet<T>(kernels, size))];

    public static ulong BitsOf(ReadOnlySpan<bool> mask)
    {
        ulong bits = 0;
        for (var i = 0; i < mask.Length; i++)
        {
            bits |= mask[i] ? 1UL << i : 0;
        }

        // What is beyond the row means nothing.
        return mask.Length < MostBits ? bits | (ulong.MaxValue << mask.Length) : bits;
    }

    private MaskedOperation<T> Elements(Operation<T> plain) => Find<T>(plain, isElementwise: true);

    private MaskedOperation<T> Find<TResult>(Operation<T> plain, bool isElementwise = false)
        where TResult : unmanaged
    {
        var name = "Masked" + plain.Kind.Name;
        List<(string, MaskedForm<T>)> row = [], shared = [], each = [];
        foreach (var (owner, method) in new[] { (_kernels, name + Size), (_kernels, name), (typeof(SoftMath), name) })
        {
            row.Add(($"{owner.Name}.{method}", isElementwise ? Row(Methods.Find<Fill<TResult>>(owner, method)) : Row(Methods.Find<Fold<TResult>>(owner, method))));
            if (Size <= MostBits)
            {
                row.Add(($"{owner.Name}.{method} by bits", isElementwise ? Row(Methods.Find<FillByBits<TResult>>(owner, method)) : Row(Methods.Find<FoldByBits<TResult>>(owner, method))));
            }
        }

        var rows = Methods.Find<Fill<TResult>>(_kernels, name + Size + "Rows");
        var sized = Methods.Find<SizedFill<TResult>>(typeof(SoftMath), name + "Rows");
        (string, MaskedForm<T>)[] bools =
        [
            ($"{name}{Size}Rows", Row(rows)),
            ($"SoftMath.{name}Rows of {Size}", Row<TResult>((source, mask, results) => sized(source, mask, results, Size))),
        ];
        shared.AddRange(bools);
        each.AddRange(bools);
        if (Size <= MostBits)
        {
            var one = Methods.Find<FillByBits<TResult>>(_kernels, name + Size + "Rows");
            var sizedOne = Methods.Find<SizedFillByBits<TResult>>(typeof(SoftMath), name + "Rows");
            shared.Add(($"{name}{Size}Rows by bits", Row(one)));
            shared.Add(($"SoftMath.{name}Rows of {Size} by bits", Row<TResult>((ReadOnlySpan<T> source, ulong mask, Span<TResult> results) => sizedOne(source, mask, results, Size))));
            var many = Methods.Find<FillRowsByBits<TResult>>(_kernels, name + Size + "Rows");
            var sizedMany = Methods.Find<SizedFillRowsByBits<TResult>>(typeof(SoftMath), name + "Rows");
            each.Add(($"{name}{Size}Rows by bits of each", Each(many)));
            each.Add(($"SoftMath.{name}Rows of {Size} by bits of each", Each<TResult>((source, masks, results) => sizedMany(source, masks, results, Size))));
        }

        return new(plain, row, shared, each);
    }

    private static MaskedForm<T> Row<TResult>(Fill<TResult> fill)
        where TResult : unmanaged => (source, mask, results) => fill(source, mask, MemoryMarshal.Cast<byte, TResult>(results));

    private static MaskedForm<T> Row<TResult>(FillByBits<TResult> fill)
        where TResult : unmanaged => (source, mask, results) => fill(source, BitsOf(mask), MemoryMarshal.Cast<byte, TResult>(results));

    private static MaskedForm<T> Row<TResult>(Fold<TResult> fold)
        where TResult : unmanaged => (source, mask, results) => MemoryMarshal.Write(results, fold(source, mask));

    private static MaskedForm<T> Row<TResult>(FoldByBits<TResult> fold)
        where TResult : unmanaged => (source, mask, results) => MemoryMarshal.Write(results, fold(source, BitsOf(mask)));

    private MaskedForm<T> Each<TResult>(FillRowsByBits<TResult> fill)
        where TResult : unmanaged => (source, mask, results) =>
        {
            Span<ulong> masks = stackalloc ulong[source.Length / Size];
            for (var row = 0; row < masks.Length; row++)
            {
                masks[row] = BitsOf(mask.Slice(row * Size, Size));
            }

            fill(source, masks, MemoryMarshal.Cast<byte, TResult>(results));
        };
}
