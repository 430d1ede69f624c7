using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Shards;
using Xunit;

namespace SoftKernels.Shards.Tests;

/// <summary>What the endpoints answer, asked over HTTP.</summary>
public sealed class ServiceTests(RunningService service) : IClassFixture<RunningService>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await service.Load();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Until_items_are_loaded_there_is_no_answer()
    {
        await using RunningService early = new();
        await early.InitializeAsync();

        Assert.Contains("Items are still being loaded.", await Text("/query", HttpStatusCode.ServiceUnavailable, early), StringComparison.Ordinal);
        Assert.Equal("Unhealthy: Items are still being loaded.", await Text("/health/ready", HttpStatusCode.ServiceUnavailable, early));
        Assert.Equal("Healthy", await Text("/health/live", HttpStatusCode.OK, early));
    }

    [Fact]
    public async Task A_query_is_answered_with_the_bits_of_the_whole_row()
    {
        Answer right = WholeRow.Answer(new(RunningService.Seed, RunningService.Items, 4, 1), seed: 9, k: 3, withChecksum: true);

        JsonElement answer = await Json("/query?seed=9&k=3&checksum=true", HttpStatusCode.OK);

        Assert.Equal(RunningService.Items, answer.GetProperty("items").GetInt32());
        Assert.Null(new Answer(
            answer.GetProperty("logSumExp").GetSingle(),
            Hits(answer.GetProperty("top")),
            Hits(answer.GetProperty("drawn")),
            ulong.Parse(answer.GetProperty("checksum").GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).Difference(right));
    }

    [Theory]
    [InlineData("k=0", "'0' is not a k", "from 1 to 1000")]
    [InlineData("k=1001", "'1001' is not a k")]
    [InlineData("k=many", "\"int k\" from \"many\"")]
    [InlineData("seed=1.5", "\"long seed\" from \"1.5\"")]
    public async Task A_mistake_in_the_query_is_named(string query, params string[] words)
    {
        JsonElement problem = await Json($"/query?{query}", HttpStatusCode.BadRequest);

        Assert.All(words, word => Assert.Contains(word, problem.GetProperty("detail").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_all_shards_there_is_no_answer_and_the_service_is_not_ready()
    {
        TaskCompletionSource blocked = new();
        service.SecondShard = blocked.Task;
        try
        {
            JsonElement problem = await Json("/query", HttpStatusCode.ServiceUnavailable);
            Assert.Contains("Round 1: shard 1 of 3 did not answer", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
            Assert.Contains("Unhealthy: Loading: shard 1 of 3", await Text("/health/ready", HttpStatusCode.ServiceUnavailable), StringComparison.Ordinal);
            Assert.Equal("Healthy", await Text("/health/live", HttpStatusCode.OK));
        }
        finally
        {
            service.SecondShard = Task.CompletedTask;
            blocked.SetResult();
        }

        Assert.Equal("Healthy: 3000 items in 3 shards.", await Text("/health/ready", HttpStatusCode.OK));
    }

    [Fact]
    public async Task The_document_for_programs_describes_the_query()
    {
        JsonElement get = (await Json("/openapi/v1.json", HttpStatusCode.OK)).GetProperty("paths").GetProperty("/query").GetProperty("get");

        Assert.Equal(["seed", "k", "checksum"], get.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.Equal(["200", "400", "503"], get.GetProperty("responses").EnumerateObject().Select(response => response.Name));
    }

    [Fact]
    public async Task Silos_items_and_durations_are_measured()
    {
        await Json("/query?seed=2", HttpStatusCode.OK);

        // The exporter keeps what it has answered for a moment.
        string metrics = "";
        for (int attempt = 0; attempt < 50 && !metrics.Contains("shards_query_duration_seconds_count", StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            metrics = await Text("/metrics", HttpStatusCode.OK);
        }

        string[] lines = metrics.Split('\n');
        Assert.Contains(lines, line => line.StartsWith("shards_silos{", StringComparison.Ordinal) && line.Contains("} 1", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("shards_items{", StringComparison.Ordinal) && line.Contains("} 3000", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("shards_query_duration_seconds_count{", StringComparison.Ordinal) && line.Contains("outcome=\"answered\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_root_says_what_there_is() => Assert.Contains("GET /query?seed=", await Text("/", HttpStatusCode.OK), StringComparison.Ordinal);

    private static Hit[] Hits(JsonElement hits) => [.. hits.EnumerateArray().Select(hit =>
        new Hit(hit.GetProperty("item").GetInt32(), hit.GetProperty("score").GetSingle(), hit.GetProperty("probability").GetSingle()))];

    private async Task<JsonElement> Json(string path, HttpStatusCode status)
    {
        using JsonDocument document = JsonDocument.Parse(await Text(path, status));
        return document.RootElement.Clone();
    }

    private async Task<string> Text(string path, HttpStatusCode status, RunningService? of = null)
    {
        using HttpResponseMessage response = await (of ?? service).Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {text}");
        return text;
    }
}
