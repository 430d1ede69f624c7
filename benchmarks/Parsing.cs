using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;

namespace SoftKernels.Benchmarks;

/// <summary>Options whose values are lists with commas.</summary>
internal static class Parsing
{
    /// <summary>All sizes that were generated, or some of them.</summary>
    public static Option<int[]> Sizes() => new("--n")
    {
        Description = "These sizes only, separated by commas.",
        CustomParser = result => Each(result, ParseSize),
        DefaultValueFactory = _ => [.. Kernels.Sizes.All],
    };

    /// <summary>All members of an enumeration, or some of them.</summary>
    public static Option<T[]> List<T>(string name, string description)
        where T : struct, Enum => new(name)
        {
            Description = $"{description} Separated by commas: {string.Join(", ", Enum.GetNames<T>())}.",
            CustomParser = result => Each(result, ParseName<T>),
            DefaultValueFactory = _ => Enum.GetValues<T>(),
        };

    private static T[] Each<T>(ArgumentResult result, Func<string, T> parse)
    {
        try
        {
            return [.. result.Tokens.SelectMany(token => token.Value.Split(',')).Select(parse)];
        }
        catch (FormatException mistake)
        {
            result.AddError(mistake.Message);
            return [];
        }
    }

    private static T ParseName<T>(string name)
        where T : struct, Enum => Enum.GetNames<T>().Contains(name, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<T>(name, ignoreCase: true)
            : throw new FormatException($"'{name}' is none of {string.Join(", ", Enum.GetNames<T>())}.");

    private static int ParseSize(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && Kernels.Sizes.All.Contains(size)
            ? size
            : throw new FormatException($"'{text}' is not a size that was generated: use some of {string.Join(",", Kernels.Sizes.All)}.");
}
