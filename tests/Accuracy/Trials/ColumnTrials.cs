using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using SoftKernels.Accuracy.Contenders;
using SoftKernels.Accuracy.Survey;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;

namespace SoftKernels.Accuracy.Trials;

/// <summary>Rows as the columns of a block. ONNX Runtime is asked along its axis 1, TensorPrimitives is given each column as a row.</summary>
internal static class ColumnTrials<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Columns have the bits of rows, which are measured up to 65,536 values: blocks beyond this would only keep the oracle busy.
    private const int LargestBlock = 4096;

    private static readonly int[] s_columns = [2, 7, 40];

    public static IEnumerable<Trial<T>> Of(Type kernels, IOracle<T> oracle, int values, IReadOnlyList<Contender<T>> peers, Onnx<T> onnx)
    {
        var operations = AlongColumns<T>.All(kernels).ToDictionary(operation => operation.Kind.Name);
        return
            from size in kernels.GetCustomAttributes<SoftKernelAttribute>().Select(kernel => kernel.Size).OrderDescending()
            from columns in s_columns
            where size * columns <= LargestBlock
            from distribution in Enumerable.Range(0, Distributions<T>.All.Count)
            select new Trial<T>(
                Topic.Columns,
                $"{columns}",
                size,
                distribution,
                [Ours(operations, size, columns), .. peers.Select(peer => Turned(peer, columns)), onnx.Contender(columns)],
                from rows in Distributions<T>.All[distribution].Rows(size, Math.Max(values / (size * columns), 1) * columns).Chunk(columns)
                select new Block<T>(
                    Block<T>.Join([.. rows.Select(row => row.Values)]),
                    [.. rows.Select(row => Answer<T>.Of(row, oracle.Evaluate(row.Values)))]));
    }

    private static Contender<T> Ours(Dictionary<string, AlongColumns<T>> operations, int size, int columns)
    {
        return Contender<T>.Ours(Of("Softmax"), Of("LogSoftmax"), Of("LogSumExp"));

        Func<T[], T[]> Of(string name)
        {
            // The generated method, where the library's would do as well.
            var form = operations[name].FormsOf(size).Last();
            var results = operations[name].IsElementwise ? size * columns : columns;
            return block =>
            {
                var found = new T[results];
                form(block, MemoryMarshal.AsBytes(found.AsSpan()), size, columns);
                return found;
            };
        }
    }

    private static Contender<T> Turned(Contender<T> peer, int columns) => peer.Each(operation => block =>
        Block<T>.Join([.. Enumerable.Range(0, columns).Select(column => operation(Block<T>.Column(block, columns, column)))]));
}
