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

    public static void AssertTooFew(Action call, string what, string parameter, int given) => AssertOutOfRange(call, what, parameter, given, 1);

    public static void AssertTooMany(Action call, string what, string parameter, int given, int most, int size) => AssertOutOfRange(call, what, parameter, given, most, size);

    public static void AssertBlocks(Action call, string what, string parameter, int given, int unit, int columns, int size) => Assert(call, what, parameter, given, unit, columns, size);

    /// <param name="call">The call.</param>
    /// <param name="what">What it was, for a failure.</param>
    /// <param name="parameter">The parameter to blame.</param>
    /// <param name="offset">How far after the input the other span begins.</param>
    /// <param name="unit">In what.</param>
    public static void AssertOverlap(Action call, string what, string parameter, long offset, string unit = "value")
    {
        Assert(call, what, parameter, Math.Abs(offset));
        var words = $"'{parameter}' begins {Math.Abs(offset)} {unit}{(Math.Abs(offset) == 1 ? "" : "s")} {(offset < 0 ? "before" : "after")} the input";
        Xunit.Assert.StartsWith(words, Record.Exception(call)!.Message, StringComparison.Ordinal);
    }

    public static void AssertShared(Action call, string what, string parameter) => Assert(call, what, parameter);

    public static void AssertEmpty(Action call, string what, string parameter) => Assert(call, what, parameter, 0, 1);

    public static void AssertNeither(Action call, string what, string parameter, int given, int size, int matrix) => Assert(call, what, parameter, given, size, matrix);

    public static void AssertNumbers(Action call, string what, string parameter, params long[] numbers) => Assert(call, what, parameter, numbers);

    public static void AssertRange(Action call, string what, string parameter, params long[] numbers)
    {
        Assert(call, what, parameter, numbers);
        Xunit.Assert.IsType<ArgumentOutOfRangeException>(Record.Exception(call));
    }

    private static void AssertOutOfRange(Action call, string what, string parameter, params long[] numbers)
    {
        Xunit.Assert.IsType<ArgumentOutOfRangeException>(Record.Exception(call));
        Assert(call, what, parameter, numbers);
    }

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
