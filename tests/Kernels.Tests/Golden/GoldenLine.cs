using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;

namespace SoftKernels.Kernels.Tests.Golden;

/// <summary>What a line of the golden file is about, and its bits: a hash over a batch of rows, or one short row in full.</summary>
internal sealed record GoldenLine(string Subject, string Bits)
{
    private const int LongestInFull = 16;

    public static IEnumerable<GoldenLine> Inputs<T>(KernelSet<T> kernel)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        GoldenRows<T>.Groups(kernel.Size).SelectMany(group =>
        {
            var bits = MemoryMarshal.AsBytes<T>(Batch(group.Rows));
            return Lines<T>("inputs", kernel.Size, group.Name, Hash(bits), bits, group.Rows.Length, Unsafe.SizeOf<T>());
        });

    public static IEnumerable<GoldenLine> Results<T>(KernelSet<T> kernel)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Drawing them takes longer than one operation on them.
        var groups = GoldenRows<T>.Groups(kernel.Size).ToList();
        return from operation in kernel.All
               from rows in groups
               from line in Results(operation, rows.Name, rows.Rows)
               select line;
    }

    public static IEnumerable<GoldenLine> LongInputs<T>(LongRow<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [LongLine<T>("inputs", row, MemoryMarshal.AsBytes<T>(row.Row.Values), Unsafe.SizeOf<T>())];

    /// <summary>Of the operations that weigh: the others are exact, and have been compared with what they should be.</summary>
    public static IEnumerable<GoldenLine> LongResults<T>(KernelSet<T> kernel, LongRow<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (var operation in new[] { kernel.Softmax, kernel.LogSoftmax, kernel.LogSumExp })
        {
            var bits = new byte[(operation.IsElementwise ? row.LevelAt.Length : 1) * operation.BytesPerResult];
            operation.Fallback(row.Row.Values, bits);
            yield return LongLine(operation.Kind.Name, row, bits, operation.BytesPerResult);
        }
    }

    /// <summary>At a temperature, of the rows that the plain operations have.</summary>
    public static IEnumerable<GoldenLine> ResultsAt<T>(TemperatureSet<T> set)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var groups = GoldenRows<T>.Groups(set.Size).ToList();
        return from operation in set.All
               from rows in groups
               from line in Results(operation, $"{rows.Name} at {set.Temperature}", rows.Rows)
               select line;
    }

    /// <summary>Of each row, with a label that goes round, and with the next row for targets and for the gradient of what follows.</summary>
    public static IEnumerable<GoldenLine> ResultsOfTraining<T>(int size, IReadOnlyList<TrainingOperation<T>> operations)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (var (name, rows) in GoldenRows<T>.Groups(size).ToList())
        {
            foreach (var operation in operations)
            {
                List<T> results = [];
                for (var i = 0; i < rows.Length; i++)
                {
                    T[] values = [.. rows[i].Values];
                    if (operation.Values == "probabilities")
                    {
                        SoftMath.Softmax<T>(values, values);
                    }
                    else if (operation.Values == "logProbabilities")
                    {
                        SoftMath.LogSoftmax<T>(values, values);
                    }

                    T[] others = [.. rows[(i + 1) % rows.Length].Values.Select(value => !T.IsFinite(value) ? T.Zero : operation.Others == "targets" ? T.Abs(value) : value)];
                    T[] folded = operation.Folded is null ? [] : new T[1];
                    T[] filled = operation.Filled ? new T[size] : [];
                    operation.Row(values, operation.Others is null ? [] : others, operation.HasLabels ? [i * 7 % size] : [], folded, filled, size, 1);
                    results.AddRange(folded.Concat(filled).Select(value => T.IsNaN(value) ? T.NaN : value));
                }

                var bits = MemoryMarshal.AsBytes<T>([.. results]).ToArray();
                foreach (var line in Lines<T>(operation.Title, size, name, Hash(bits), bits, rows.Length, Unsafe.SizeOf<T>()))
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>Of each row the first five, and what is drawn by numbers that go round, at two temperatures.</summary>
    public static IEnumerable<GoldenLine> ResultsOfChoice<T>(int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const double Golden = 0.6180339887498949;
        foreach (var (name, rows) in GoldenRows<T>.Groups(size).ToList())
        {
            var k = Math.Min(5, size);
            int[] first = [.. rows.SelectMany(row =>
            {
                var indices = new int[k];
                SoftMath.TopK<T>(row.Values, indices);
                return indices;
            })];
            int[] drawn = [.. rows.SelectMany((row, i) => new[] { T.One, T.CreateChecked(0.7) }.Select(temperature => SoftMath.Sample<T>(row.Values, temperature, i * Golden % 1)))];
            foreach (var (what, results) in new[] { ("TopK", first), ("Sample", drawn) })
            {
                var bits = MemoryMarshal.AsBytes<int>(results).ToArray();
                foreach (var line in Lines<T>(what, size, name, Hash(bits), bits, rows.Length, sizeof(int)))
                {
                    yield return line;
                }
            }
        }
    }

    private static IEnumerable<GoldenLine> Results<T>(Operation<T> operation, string group, Row<T>[] rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        byte[] RowByRow(Form<T> form) => [.. rows.SelectMany(row => operation.Bits(form, row.Values))];

        var bits = RowByRow(operation.Row);
        (string Name, string Hash)[] hashes =
        [
            ("one row", Hash(bits)),
            ("rows", Hash(operation.Bits(operation.Rows, Batch(rows)))),
            .. operation.RowlessForms.Select(form => (form.Name, Hash(RowByRow(form.Run)))),
        ];
        var agreed = hashes.DistinctBy(form => form.Hash).Count() == 1 ? hashes[0].Hash : string.Join(", ", hashes.Select(form => $"{form.Name} {form.Hash}"));
        return Lines<T>(operation.Kind.Name, operation.Size, group, agreed, bits, rows.Length, operation.BytesPerResult);
    }

    /// <summary>The batch, and of short rows one in full: another one for each length.</summary>
    private static IEnumerable<GoldenLine> Lines<T>(string what, int n, string group, string hash, ReadOnlySpan<byte> bits, int rows, int bytesPerWord)
    {
        var batch = new GoldenLine($"{what} {TypeName<T>()} {n} {group}", hash);
        if (n > LongestInFull)
        {
            return [batch];
        }

        var (shown, bytesPerRow) = (n * 7 % rows, bits.Length / rows);
        return [batch, new($"{what} {TypeName<T>()} {n} {group}[{shown}]", Words(bits.Slice(shown * bytesPerRow, bytesPerRow), bytesPerWord))];
    }

    /// <summary>All bits as a hash, and the first, the middle and the last value: a row in full would be megabytes.</summary>
    private static GoldenLine LongLine<T>(string what, LongRow<T> row, ReadOnlySpan<byte> bits, int bytesPerWord)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var last = bits.Length / bytesPerWord - 1;
        var shown = new List<string>();
        foreach (var place in last == 0 ? [0] : new[] { 0, last / 2, last })
        {
            shown.Add(Words(bits.Slice(place * bytesPerWord, bytesPerWord), bytesPerWord));
        }

        return new($"{what} {TypeName<T>()} {row.LevelAt.Length} {row.Name}, long", $"{Hash(bits)} {string.Join(' ', shown)}");
    }

    private static string TypeName<T>() => typeof(T) == typeof(float) ? "float" : "double";

    private static T[] Batch<T>(Row<T>[] rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [.. rows.SelectMany(row => row.Values)];

    /// <summary>FNV-1a.</summary>
    private static string Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var value in bytes)
        {
            hash = (hash ^ value) * 0x100000001B3;
        }

        return $"{hash:x16}";
    }

    private static string Words(ReadOnlySpan<byte> bytes, int bytesPerWord)
    {
        var words = new List<string>();
        for (; !bytes.IsEmpty; bytes = bytes[bytesPerWord..])
        {
            words.Add(bytesPerWord == sizeof(float) ? $"{MemoryMarshal.Read<uint>(bytes):x8}" : $"{MemoryMarshal.Read<ulong>(bytes):x16}");
        }

        return string.Join(' ', words);
    }
}
