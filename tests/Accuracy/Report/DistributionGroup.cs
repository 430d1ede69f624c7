using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using SoftKernels.Kernels.Tests.Rows;

namespace SoftKernels.Accuracy.Report;

/// <summary>A line by distribution: one of them, or the two that differ by a sign only.</summary>
internal sealed partial record DistributionGroup(string Name, IReadOnlyList<int> Members)
{
    public static IReadOnlyList<DistributionGroup> All { get; } = Group();

    private static DistributionGroup[] Group()
    {
        string[] singles = [.. Distributions<float>.All.Select(distribution => distribution.Name)];
        string[] doubles = [.. Distributions<double>.All.Select(distribution => distribution.Name)];
        return
        [
            .. from i in Enumerable.Range(0, singles.Length)
               group i by Unsigned(singles[i], singles) into members
               let single = Label(members, singles)
               let twin = Label(members, doubles)
               select new DistributionGroup(single == twin ? single : $"{single}; double: {twin}", [.. members]),
        ];
    }

    private static string Label(IEnumerable<int> members, string[] names)
    {
        var name = names[members.First()];
        var signed = members.Count() > 1 ? name.Replace("near ", "near ±", System.StringComparison.Ordinal) : name;
        return LongNumber().Replace(signed, number => double.Parse(number.Value, CultureInfo.InvariantCulture).ToString("0.#", CultureInfo.InvariantCulture))
            .Replace("-", "−", System.StringComparison.Ordinal);
    }

    private static string Unsigned(string name, string[] names)
    {
        var unsigned = name.Replace("near -", "near ", System.StringComparison.Ordinal);
        return names.Contains(unsigned) ? unsigned : name;
    }

    [GeneratedRegex(@"\d+\.\d{4,}")]
    private static partial Regex LongNumber();
}
