using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Reflection;
using SoftKernels.Accuracy.Contenders;
using SoftKernels.Accuracy.Survey;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;

namespace SoftKernels.Accuracy.Trials;

/// <summary>Rows as they are and rows times the temperature: what is divided is then as large as the distribution says. Peers are given the quotients.</summary>
internal static class TemperatureTrials<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly (string Name, T Value)[] s_temperatures =
    [
        Of("1e-40; double: 1e-300", 1e-40, 1e-300), Of("1e-20", 1e-20), Of("0.001", 0.001), Of("0.1", 0.1), Of("0.7", 0.7),
        Of("3", 3), Of("1000", 1000), Of("1e30; double: 1e300", 1e30, 1e300),
    ];

    public static IEnumerable<Trial<T>> Of(Type kernels, IOracle<T> oracle, int values, IReadOnlyList<Contender<T>> peers) =>
        from size in kernels.GetCustomAttributes<SoftKernelAttribute>().Select(kernel => kernel.Size).OrderDescending()
        from temperature in s_temperatures
        let ours = new TemperatureSet<T>(kernels, size, temperature.Value)
        from distribution in Enumerable.Range(0, Distributions<T>.All.Count)
        select new Trial<T>(
            Topic.Temperature,
            temperature.Name,
            size,
            distribution,
            [Contender<T>.Ours(ours.Softmax, ours.LogSoftmax, ours.LogSumExp), .. peers.Select(peer => Divided(peer, temperature.Value))],
            from row in Distributions<T>.All[distribution].Rows(size, Math.Max(values / 2 / size, 1))
            from warm in (Row<T>[])[new($"{row.Origin}, τ = {temperature.Value}", row.Values), new($"{row.Origin}, times τ = {temperature.Value}", Times(row.Values, temperature.Value))]
            where warm.Values.All(T.IsFinite)
            select Block<T>.Of(Answer<T>.Of(warm, oracle.Evaluate(warm.Values, [], temperature.Value))));

    private static Contender<T> Divided(Contender<T> peer, T temperature)
    {
        var divided = peer.Each(operation => row => operation([.. row.Select(x => x / temperature)]));
        return divided.LogSumExp is { } sum ? divided with { LogSumExp = row => Times(sum(row), temperature) } : divided;
    }

    private static T[] Times(T[] values, T factor) => [.. values.Select(x => x * factor)];

    private static (string Name, T Value) Of(string name, double value, double? ofDouble = null) =>
        (name, T.CreateChecked(typeof(T) == typeof(float) ? value : ofDouble ?? value));
}
