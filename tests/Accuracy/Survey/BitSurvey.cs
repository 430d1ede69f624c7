using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;

namespace SoftKernels.Accuracy.Survey;

/// <summary>What has no error of its own: methods that promise the bits of others, on rows of every distribution and on those with NaN and infinities.</summary>
internal sealed class BitSurvey<T>(string type, Type kernels)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int RowsOfADistribution = 8;

    public IReadOnlyList<Likeness> Take() =>
    [
        Compare("`SoftmaxLogSumExpN`", "`SoftmaxN` and `LogSumExpN`", Both),
        Compare("`ArgMaxN` with its probability", "`ArgMaxN`, and what `SoftmaxN` gives there", Winner),
        Compare("the three operations at temperature 1", "the same without one", AtOne),
        Compare("the four operations with a mask", "the same of the row with −∞ in place of what is left out", Masked),
        Compare("the six operations along columns, with temperatures and two results", "the same of rows, one by one", Columns),
    ];

    /// <param name="name">The methods.</param>
    /// <param name="of">What they should agree with.</param>
    /// <param name="sameFor">Of a size: whether a row's bits are the same.</param>
    private Likeness Compare(string name, string of, Func<int, Func<Row<T>, bool>> sameFor)
    {
        long rows = 0, different = 0;
        Parallel.ForEach(kernels.GetCustomAttributes<SoftKernelAttribute>().Select(kernel => kernel.Size), size =>
        {
            var isSame = sameFor(size);
            foreach (var row in Distributions<T>.All.SelectMany(distribution => distribution.Rows(size, RowsOfADistribution)).Concat(SpecialRows<T>.All(size)))
            {
                Interlocked.Increment(ref rows);
                Interlocked.Add(ref different, isSame(row) ? 0 : 1);
            }
        });
        return new(type, name, of, rows, different);
    }

    private Func<Row<T>, bool> Both(int size)
    {
        KernelSet<T> plain = new(kernels, size);
        var both = TwoResults<T>.Of(kernels, size).Single(one => one.IsElementwise);
        return row =>
        {
            var (probabilities, sum) = both.Bits(both.Row, row.Values);
            return probabilities.AsSpan().SequenceEqual(Bits(plain.Softmax, row)) && sum.AsSpan().SequenceEqual(Bits(plain.LogSumExp, row));
        };
    }

    private Func<Row<T>, bool> Winner(int size)
    {
        KernelSet<T> plain = new(kernels, size);
        var winner = TwoResults<T>.Of(kernels, size).Single(one => !one.IsElementwise);
        return row =>
        {
            var (index, probability) = winner.Bits(winner.Row, row.Values);
            var there = Bits(plain.Softmax, row).AsSpan(MemoryMarshal.Read<int>(index) * Unsafe.SizeOf<T>(), Unsafe.SizeOf<T>());
            return index.AsSpan().SequenceEqual(Bits(plain.ArgMax, row)) && probability.AsSpan().SequenceEqual(there);
        };
    }

    private Func<Row<T>, bool> AtOne(int size)
    {
        KernelSet<T> plain = new(kernels, size);
        TemperatureSet<T> atOne = new(kernels, size, T.One);
        return row => new[] { (atOne.Softmax, plain.Softmax), (atOne.LogSoftmax, plain.LogSoftmax), (atOne.LogSumExp, plain.LogSumExp) }
            .All(pair => Bits(pair.Item1, row).AsSpan().SequenceEqual(Bits(pair.Item2, row)));
    }

    private Func<Row<T>, bool> Masked(int size)
    {
        var masked = MaskedSet<T>.DeclaredOn(kernels).Single(set => set.Size == size);
        Random random = new(size);
        return row =>
        {
            bool[] mask = [.. row.Values.Select(_ => random.Next(2) == 0)];
            return masked.All.All(operation =>
            {
                var results = new byte[operation.Plain.BytesPerRow];
                operation.Row[0].Run(row.Values, mask, results);
                return results.AsSpan().SequenceEqual(operation.Expected(row.Values, mask));
            });
        };
    }

    /// <summary>The row is the second of three columns, between two that are turned round.</summary>
    private Func<Row<T>, bool> Columns(int size)
    {
        const int columns = 3;
        var operations = AlongColumns<T>.All(kernels);
        return row =>
        {
            T[] turned = [.. row.Values.Reverse()];
            var block = Block<T>.Join([turned, row.Values, turned]);
            return operations.All(operation =>
            {
                var results = new byte[(operation.IsElementwise ? size : 1) * columns * operation.BytesPerResult];
                operation.FormsOf(size).Last()(block, results, size, columns);
                return results.AsSpan().SequenceEqual(operation.Expected(block, size, columns));
            });
        };
    }

    private static byte[] Bits(Operation<T> operation, Row<T> row) => operation.Bits(operation.Row, row.Values);
}
