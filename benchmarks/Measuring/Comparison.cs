using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using SoftKernels.Benchmarks.Peers;

namespace SoftKernels.Benchmarks.Measuring;

/// <summary>The generated methods against all rivals, size by size, in this process.</summary>
internal static class Comparison
{
    public static IReadOnlyList<SizeResult> Run(Scenario scenario, IEnumerable<int> sizes) =>
        scenario.IsDouble ? Run<double>(scenario, sizes) : Run<float>(scenario, sizes);

    private static SizeResult[] Run<T>(Scenario scenario, IEnumerable<int> sizes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var fields = sizes.Select(size => (Size: size, Contenders: Field.Of(new Workload<T>(scenario, size)))).ToList();
        try
        {
            PairedTiming.ReachFinalTier([.. fields.SelectMany(field => field.Contenders)]);
            return [.. fields.Select(field => Measure(field.Size, field.Contenders))];
        }
        finally
        {
            foreach (Contender contender in fields.SelectMany(field => field.Contenders))
            {
                contender.Dispose();
            }
        }
    }

    private static SizeResult Measure(int size, IReadOnlyList<Contender> contenders)
    {
        double[][] times = PairedTiming.Measure(contenders);
        double[] ours = times[0];
        var slower = contenders.Zip(times).Skip(1).ToDictionary(
            pair => pair.First.Rival!.Value,
            pair => PairedTiming.Median(pair.Second.Zip(ours, (theirs, our) => theirs / our)));
        return new(size, PairedTiming.Median(ours), slower, AllocatedBytes(contenders[0].Pass));
    }

    // Inlined, it would count the result of its caller, which the JIT may allocate in between.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long AllocatedBytes(Action pass)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        pass();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
