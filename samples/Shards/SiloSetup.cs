using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using StackExchange.Redis;

namespace Shards;

/// <summary>How a silo is set up, and who are its neighbours.</summary>
internal static class SiloSetup
{
    private const string Cluster = "shards";

    // A silo that is killed is missed after about three of them; by default they are five seconds.
    private static readonly TimeSpan s_probe = TimeSpan.FromSeconds(1);

    /// <summary>What shards ask of every silo, in a test too.</summary>
    public static ISiloBuilder AddShards(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton<Cores>();
        silo.Services.AddPlacementDirector<PlacementByNumber, PlacementByNumberDirector>();
        silo.Services.Configure<ClusterMembershipOptions>(options => options.ProbeTimeout = s_probe);
        return silo;
    }

    /// <summary>On the loopback, one of those whose membership is kept in the Redis, or alone without one.</summary>
    public static ISiloBuilder AddMembership(this ISiloBuilder silo, IPEndPoint? redis)
    {
        var port = FreePort();
        if (redis is null)
        {
            return silo.UseLocalhostClustering(port, gatewayPort: 0, serviceId: Cluster, clusterId: Cluster);
        }

        silo.Services.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (Cluster, Cluster));
        return silo
            .ConfigureEndpoints(IPAddress.Loopback, port, gatewayPort: 0)
            .UseRedisClustering(options => options.ConfigurationOptions = new ConfigurationOptions { EndPoints = { redis }, AbortOnConnectFail = false });
    }

    /// <summary>How many silos are active, as this one knows it.</summary>
    public static int Count(IServiceProvider services) =>
        services.GetRequiredService<IClusterMembershipService>().CurrentSnapshot.Members.Values.Count(member => member.Status == SiloStatus.Active);

    /// <summary>How many silos this one would place shards on: of those that are active, it has to hear first what they host.</summary>
    public static int CountOfHosts(IServiceProvider services) => services.GetRequiredService<IClusterManifestProvider>().Current.Silos.Count;

    public static int FreePort()
    {
        using Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
