using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Oracle;

namespace Playground.Numbers;

/// <summary>The results of all contenders beside the true ones, as text, with their errors in ULP.</summary>
/// <param name="Contenders">Their names.</param>
/// <param name="Lines">The first results of the row.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Largest">Of each contender, the largest error of all.</param>
public sealed record Judgement(IReadOnlyList<string> Contenders, IReadOnlyList<JudgedLine> Lines, int Count, IReadOnlyList<double> Largest)
{
    private const int Shown = 12;

    internal static Judgement Of(Operation operation, double[] row, bool isDouble) => isDouble
        ? Of(operation, new DoubleOracle(), operation.Double, row)
        : Of(operation, new SingleOracle(), operation.Single, Array.ConvertAll(row, value => (float)value));

    private static Judgement Of<T>(Operation operation, IOracle<T> oracle, Contender<T>[] contenders, T[] row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var exact = operation.Exact(oracle.Evaluate(row));
        var results = Array.ConvertAll(contenders, contender =>
        {
            var computed = new T[row.Length];
            contender.Compute(row, computed);
            return computed[..exact.Length];
        });
        var errors = Array.ConvertAll(results, result => result.Select((value, i) => Ulp<T>.Error(value, exact[i])).ToArray());
        return new Judgement(
            [.. contenders.Select(contender => contender.Name)],
            [.. Enumerable.Range(0, Math.Min(exact.Length, Shown)).Select(i => new JudgedLine(
                exact.Length == row.Length ? Number(row[i]) : "",
                exact[i].ToDouble().ToString("G17", null),
                [.. results.Select((result, contender) => new JudgedResult(Number(result[i]), errors[contender][i]))]))],
            exact.Length,
            [.. errors.Select(error => error.Max())]);
    }

    private static string Number<T>(T value)
        where T : INumber<T>
        => value.ToString("R", null);
}

/// <summary>One result: of which value, what it should be, and what the contenders make of it.</summary>
public sealed record JudgedLine(string Value, string Exact, IReadOnlyList<JudgedResult> Results);

/// <summary>A contender's result, and how far it is from the true one.</summary>
public sealed record JudgedResult(string Value, double Error);
