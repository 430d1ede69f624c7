using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using Playground.Kernel;
using Playground.Safety;
using Xunit;

namespace SoftKernels.Browser.Tests.Playground;

/// <summary>The processes that compile: whatever they are sent, an answer comes, and the next text is compiled. With the browser's tests, since processes end and start.</summary>
public sealed class CompilerPoolTests(CompilerPoolTests.Running running) : IClassFixture<CompilerPoolTests.Running>
{
    private CompilerPool Pool => running.Pool;

    public static TheoryData<string> Names => [.. HostileTexts.All.Select(hostile => hostile.Name)];

    [BrowserTheory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_text_gets_an_answer_and_the_next_one_works(string name)
    {
        var text = HostileTexts.All.Single(hostile => hostile.Name == name).Text;
        Assert.True(text.Length <= Limits.Text, $"{text.Length} characters");

        // Some are valid C#, and compiled; the others get diagnostics, or a refusal.
        var answer = await Pool.Compile(text, CancellationToken.None);
        TestContext.Current.TestOutputHelper!.WriteLine(answer.Refusal ?? $"{answer.Findings.Count} diagnostics");
        Assert.All(answer.Findings, finding => Assert.NotEmpty(finding.Message));
        Assert.Contains("Softmax10", (await Pool.Compile(Examples.First.Text, CancellationToken.None)).Files.Single().Text);
    }

    [BrowserFact]
    public async Task What_takes_too_long_is_stopped_and_others_do_not_wait_for_it()
    {
        var heavy = Pool.Compile(HostileTexts.Endless, CancellationToken.None);
        Assert.Empty((await Pool.Compile(Examples.First.Text, CancellationToken.None)).Findings);
        Assert.False(heavy.IsCompleted);
        Assert.Contains("stopped after 10 seconds", (await heavy).Refusal);
    }

    [BrowserFact]
    public async Task Who_types_on_gives_up_at_once()
    {
        using CancellationTokenSource typing = new();
        var heavy = Pool.Compile(HostileTexts.Endless, typing.Token);
        await Task.Delay(500);
        await typing.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => heavy.WaitAsync(TimeSpan.FromSeconds(1)));
        Assert.Empty((await Pool.Compile(Examples.First.Text, CancellationToken.None)).Findings);
    }

    [BrowserFact]
    public async Task A_text_that_is_too_long_is_not_compiled() =>
        Assert.Contains("20,001 characters", (await Pool.Compile(new string(' ', Limits.Text + 1), CancellationToken.None)).Refusal);

    [BrowserFact]
    public async Task When_too_many_wait_the_last_are_told()
    {
        using CancellationTokenSource enough = new();
        var many = Enumerable.Range(0, Limits.Processes + Limits.Waiting).Select(_ => Pool.Compile(HostileTexts.Endless, enough.Token)).ToArray();
        Assert.Contains("Too many", (await Pool.Compile(Examples.First.Text, CancellationToken.None)).Refusal);
        await enough.CancelAsync();
        foreach (var one in many)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        }

        Assert.Empty((await Pool.Compile(Examples.First.Text, CancellationToken.None)).Findings);
    }

    public sealed class Running : IAsyncLifetime
    {
        internal CompilerPool Pool { get; } = new(NullLogger<CompilerPool>.Instance);

        public async ValueTask InitializeAsync()
        {
            if (!Browser.IsThere)
            {
                return;
            }

            await Pool.StartAsync(CancellationToken.None);
            await Pool.Warm;
        }

        public async ValueTask DisposeAsync()
        {
            await Pool.StopAsync(CancellationToken.None);
            Pool.Dispose();
        }
    }
}
