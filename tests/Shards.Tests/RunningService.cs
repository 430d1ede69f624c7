using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Shards;
using Xunit;

namespace SoftKernels.Shards.Tests;

/// <summary>The sample with --serve, listening on a free port of this machine.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private readonly WebApplication _service;

    public RunningService() => _service = (WebApplication)Node.Build(
        new Options(Items: Items, Dimensions: 4, Shards: 3, Seed: Seed, TimeLimit: 2, Serve: true, Url: "http://127.0.0.1:0"),
        redis: null,
        silo => silo.AddIncomingGrainCallFilter(async context =>
        {
            await (context.Grain is Shard && context.TargetId.Key.ToString()!.Contains("shard-1-", StringComparison.Ordinal) ? SecondShard : Task.CompletedTask);
            await context.Invoke();
        }));

    public static int Items => 3_000;

    public static long Seed => 4;

    /// <summary>What the second shard waits for before it answers.</summary>
    public Task SecondShard { get; set; } = Task.CompletedTask;

    public HttpClient Client { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await _service.StartAsync();
        Client.BaseAddress = new Uri(Assert.Single(_service.Urls));
    }

    /// <summary>As the program does before it answers.</summary>
    public async Task Load()
    {
        await _service.Services.GetRequiredService<Search>().Load(_ => { }, TimeSpan.FromSeconds(30), CancellationToken.None);
        _service.Services.GetRequiredService<Readiness>().Loaded();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _service.DisposeAsync();
    }
}
