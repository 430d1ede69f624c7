using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Versus;

/// <summary>Whose methods are measured.</summary>
internal enum Subject
{
    Generated,
    SoftMath,
}

/// <summary>What a process measures in each of its turns: one scenario at these sizes.</summary>
internal sealed record Course(Subject Subject, Scenario Scenario, IReadOnlyList<int> Sizes)
{
    public string Title => Subject == Subject.SoftMath
        ? $"SoftMath.{Scenario.Operation}, {(Scenario.IsDouble ? "double" : "float")}"
        : Scenario.Title;

    /// <summary>As arguments of a process.</summary>
    public IEnumerable<string> ToWords() =>
    [
        $"{Subject}", $"{Scenario.Operation}", $"{Scenario.IsDouble}", $"{Scenario.OneRowACall}",
        .. Sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)),
    ];

    public static Course FromWords(IReadOnlyList<string> words) => new(
        Enum.Parse<Subject>(words[0]),
        new Scenario(Enum.Parse<Operation>(words[1]), bool.Parse(words[2]), bool.Parse(words[3])),
        [.. words.Skip(4).Select(word => int.Parse(word, CultureInfo.InvariantCulture))]);
}
