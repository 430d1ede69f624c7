using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>What an exception tells whoever passed the arguments: which of them, and every number that explains it.</summary>
internal static partial class Refusal
{
    public static void AssertLength(Action call, string what, string parameter, int given, int needed) => Assert(call, what, parameter, given, needed);

    public static void AssertRows(Action call, string what, string parameter, int given, int size) => Assert(call, what, parameter, given, size, size);

    /// <param name="call">The call.</param>
    /// <param name="what">What it was, for a failure.</param>
    /// <param name="parameter">The parameter to blame.</param>
    /// <param name="offset">How many elements after the input the other span begins.</param>
    public static void AssertOverlap(Action call, string what, string parameter, long offset) => Assert(call, what, parameter, offset);

    public static void AssertShared(Action call, string what, string parameter) => Assert(call, what, parameter);

    public static void AssertEmpty(Action call, string what, string parameter) => Assert(call, what, parameter, 0, 1);

    private static void Assert(Action call, string what, string parameter, params long[] numbers)
    {
        var thrown = Record.Exception(call);
        var told = $"{what}: {thrown?.ToString() ?? "nothing was thrown"}";
        Xunit.Assert.True(thrown is ArgumentException { ParamName: var name } && name == parameter, told);
        Xunit.Assert.True(thrown!.Message.StartsWith($"'{parameter}' ", StringComparison.Ordinal), told);
        Xunit.Assert.True(
            Number().Matches(thrown.Message).Select(match => long.Parse(match.Value, CultureInfo.InvariantCulture)).SequenceEqual(numbers),
            $"Expected the numbers {string.Join(", ", numbers)}. {told}");
    }

    [GeneratedRegex(@"(?<!\w)-?\d+")]
    private static partial Regex Number();
}
