using System;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.TestingHost;
using Shards;

namespace SoftKernels.Shards.Tests;

/// <summary>Silos in this process, which can be killed, and whose shards can be made to tarry or to err.</summary>
internal sealed class TestSilos : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private TestSilos(InProcessTestCluster cluster) => _cluster = cluster;

    /// <summary>What happens to a call before or after it reaches its shard; by default nothing.</summary>
    public Func<IIncomingGrainCallContext, Task> Interference { get; set; } = context => context.Invoke();

    public InProcessTestCluster Cluster => _cluster;

    public static async Task<TestSilos> Start(short count)
    {
        InProcessTestClusterBuilder builder = new(count);
        builder.Options.ConfigureFileLogging = false;
        builder.Options.InitializeClientOnDeploy = false;
        TestSilos? silos = null;
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddShards();
            silo.Services.Configure<ClusterMembershipOptions>(options => options.ProbeTimeout = TimeSpan.FromMilliseconds(500));
            silo.AddIncomingGrainCallFilter(context => context.Grain is Shard ? silos!.Interference(context) : context.Invoke());
        });
        silos = new(builder.Build());
        await silos._cluster.DeployAsync();
        return silos;
    }

    /// <summary>Asks from the first silo, as the sample does.</summary>
    public Search Search(Catalogue catalogue, TimeSpan? limit = null, Func<Task>? betweenRounds = null) =>
        new(Grains, catalogue, limit ?? TimeSpan.FromSeconds(30)) { BetweenRounds = betweenRounds };

    public IGrainFactory Grains => _cluster.GetSiloServiceProvider(_cluster.Silos[0].SiloAddress).GetRequiredService<IGrainFactory>();

    /// <summary>Without a word to the others.</summary>
    public Task KillLast() => _cluster.KillSiloAsync(_cluster.Silos[^1]);

    /// <summary>With a word to the others.</summary>
    public Task StopLast() => _cluster.StopSiloAsync(_cluster.Silos[^1]);

    public Task StartOne() => _cluster.StartAdditionalSiloAsync();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
