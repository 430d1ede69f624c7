using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Playground.Kernel;
using Playground.Numbers;
using Playground.Rules;
using Playground.Safety;
using Xunit;

namespace SoftKernels.Browser.Tests.Playground;

/// <summary>Rows as they are pasted, what is said of their results, and the limits of it all.</summary>
public class NumbersTests
{
    [Theory]
    [InlineData("1, 2; 3\n-4", new[] { 1.0, 2, 3, -4 })]
    [InlineData("[1.5f, −2d, 1e3]", new[] { 1.5, -2, 1000 })]
    public void A_row_is_read_as_it_is_pasted(string text, double[] expected)
    {
        Assert.Null(Row.TryRead(text, isDouble: false, out var row));
        Assert.Equal(expected, row);
    }

    [Theory]
    [InlineData("", "at least one value")]
    [InlineData("1, two", "'two' is no number")]
    [InlineData("1e39", "not finite in float")]
    [InlineData("NaN", "not finite")]
    public void A_row_that_is_none_is_refused(string text, string reason) => Assert.Contains(reason, Row.TryRead(text, isDouble: false, out _));

    [Fact]
    public void A_row_has_an_end()
    {
        Assert.Null(Row.TryRead(Row.Text(Row.Drawn(Limits.Doubles, 1)), isDouble: true, out _));
        Assert.Contains("more than the 512", Row.TryRead(Row.Text(Row.Drawn(Limits.Doubles + 1, 1)), isDouble: true, out _));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ours_keeps_its_bound_and_naive_code_breaks(bool isDouble)
    {
        double[] row = isDouble ? [710, 1, 709.5] : [89, 1, 88.5];
        foreach (var operation in Operation.All)
        {
            var judgement = Judgement.Of(operation, row, isDouble);
            Assert.InRange(judgement.Largest[0], 0, 4);
            Assert.True(double.IsPositiveInfinity(judgement.Largest[1]) || judgement.Largest[1] > 1e6, $"{operation.Name}: {judgement.Largest[1]}");
            Assert.InRange(judgement.Largest[2], 0, 1e4);
            Assert.Equal(operation.Name == "LogSumExp" ? 1 : 3, judgement.Count);
        }
    }

    [Fact]
    public async Task A_race_takes_about_a_second_and_the_next_waits_for_it()
    {
        using Stopwatches stopwatches = new();
        using CancellationTokenSource enough = new();
        var races = Enumerable.Range(0, Limits.Races + 1).Select(_ => stopwatches.Race(Operation.All[0], Row.Drawn(10, 1), false, enough.Token)).ToArray();
        Assert.Null(await races[^1]);
        Assert.All((await races[0])!, time => Assert.True(time > 0));
        Assert.False(races[Limits.Races - 1].IsCompleted);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(races));
    }

    [Fact]
    public void A_visitor_too_many_is_refused_until_another_leaves()
    {
        Visitors visitors = new();
        Assert.All(Enumerable.Range(0, Limits.Visitors), _ => Assert.True(visitors.TryEnter()));
        Assert.False(visitors.TryEnter());
        visitors.Leave();
        Assert.True(visitors.TryEnter());
    }

    [Fact]
    public void Every_rule_has_a_page_and_pages_lead_to_pages_only()
    {
        var pages = Array.ConvertAll<string, string>(["README", "SK0001", "SK1001", "SK2001", "SKB005"], name => RulePages.Html(name)!);
        Assert.Contains("<h1>SK0001: the annotated type is not partial</h1>", pages[1]);
        Assert.Contains("<a href=\"/rules/SK0001\">", pages[0]);
        Assert.All(pages, page => Assert.DoesNotContain(".md", page));
        Assert.Null(RulePages.Html("../../secret"));
        Assert.Null(RulePages.AddressOf("CS0246"));
    }

    [Fact]
    public void Examples_and_parameters_are_offered()
    {
        Assert.Contains(Completions.All, completion => completion is { Label: "ElementType", After: ", " });
        Assert.Contains(Completions.All, completion => completion is { Label: "Temperature", After: "SoftExtras." });
        Assert.Equal(Examples.All.Count, Completions.All.Count(completion => completion.IsWhole));
    }
}
