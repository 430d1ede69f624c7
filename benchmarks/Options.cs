using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SoftKernels.Benchmarks.Kernels;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks;

/// <summary>An argument that cannot be followed, and why.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>The options of "quick".</summary>
internal sealed record Options(Scenario Scenario, IReadOnlyList<int> ChosenSizes)
{
    public static Options Parse(IEnumerable<string> words)
    {
        Options options = new(new Scenario(Operation.Softmax), Sizes.All);
        Queue<string> rest = new(words);
        while (rest.TryDequeue(out string? word))
        {
            options = word switch
            {
                "--double" => options with { Scenario = options.Scenario with { IsDouble = true } },
                "--row" => options with { Scenario = options.Scenario with { OneRowACall = true } },
                "--op" => options with { Scenario = options.Scenario with { Operation = ParseOperation(ValueOf(word, rest)) } },
                "--n" => options with { ChosenSizes = [.. ValueOf(word, rest).Split(',').Select(ParseSize)] },
                _ => throw new UsageException($"'{word}' is not an option: use --double, --row, --op or --n."),
            };
        }

        return options;
    }

    private static string ValueOf(string option, Queue<string> rest) =>
        rest.TryDequeue(out string? value) ? value : throw new UsageException($"'{option}' needs a value.");

    private static Operation ParseOperation(string name) =>
        Enum.GetNames<Operation>().Contains(name, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<Operation>(name, ignoreCase: true)
            : throw new UsageException($"'{name}' is not an operation: use {string.Join(", ", Enum.GetNames<Operation>())}.");

    private static int ParseSize(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && Sizes.All.Contains(size)
            ? size
            : throw new UsageException($"'{text}' is not a size that was generated: use some of {string.Join(",", Sizes.All)}.");
}
