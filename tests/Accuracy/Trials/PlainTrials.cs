using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using SoftKernels.Accuracy.Contenders;
using SoftKernels.Accuracy.Survey;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;

namespace SoftKernels.Accuracy.Trials;

/// <summary>Rows, one a call.</summary>
internal static class PlainTrials<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostRows = 1024;

    public static IEnumerable<Trial<T>> Of(Type kernels, IOracle<T> oracle, int values, IReadOnlyList<Contender<T>> peers) =>
        from kernel in KernelSet<T>.DeclaredOn(kernels).Reverse()
        from distribution in Enumerable.Range(0, Distributions<T>.All.Count)
        select new Trial<T>(
            Topic.Plain,
            Topic.Plain.Words(),
            kernel.Size,
            distribution,
            [Contender<T>.Ours(kernel.Softmax, kernel.LogSoftmax, kernel.LogSumExp), .. peers],
            from row in Distributions<T>.All[distribution].Rows(kernel.Size, Math.Clamp(values / kernel.Size, 1, MostRows))
            select Block<T>.Of(Answer<T>.Of(row, oracle.Evaluate(row.Values))));
}
