using System;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Hosting;

namespace Shards;

/// <summary>What this process does: be a silo, and ask or answer.</summary>
internal static class Node
{
    private static readonly TimeSpan s_loading = TimeSpan.FromMinutes(10);

    /// <summary>Starts what there is to start, loads, and does what the options say.</summary>
    public static async Task<int> Run(Options options)
    {
        await using var redis = options.Silos > 1 ? await RedisServer.Start(CancellationToken.None) : null;
        using var app = Build(options, redis?.EndPoint);
        await app.StartAsync();
        var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        try
        {
            if (redis is not null)
            {
                Console.Error.WriteLine($"Silo 1: process {Environment.ProcessId}; another may --join {redis.EndPoint}.");
            }

            await using var others = redis is null ? null : SiloProcesses.Start(options.Silos - 1, redis.EndPoint);
            await (others?.WaitFor(() => SiloSetup.CountOfHosts(app.Services), options.Silos, stopping) ?? Task.CompletedTask);

            var search = app.Services.GetRequiredService<Search>();
            await Report.Loading(search, s_loading, stopping);
            app.Services.GetRequiredService<Readiness>().Loaded();
            return options.Serve ? await Serve(app)
                : options.Load is { } seconds ? await Load(app, search, options.K, TimeSpan.FromSeconds(seconds), stopping)
                : await Ask(app, search, options, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return 130;
        }
        finally
        {
            await app.StopAsync();
        }
    }

    /// <summary>Is a silo of a cluster, and no more, until it is told to stop or the process that started it has ended.</summary>
    public static async Task<int> Join(Options options)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddErrors();
        builder.UseOrleans(silo => silo.AddMembership(options.Join).AddShards());
        using var host = builder.Build();
        await host.StartAsync();
        Console.Error.WriteLine($"Silo: process {Environment.ProcessId} has joined.");

        var stopped = host.WaitForShutdownAsync();
        if (options.Parent is { } parent && await Task.WhenAny(stopped, EndOf(parent)) != stopped)
        {
            // The cluster has ended, and its Redis: there is nobody to take leave of.
            Environment.Exit(0);
        }

        await stopped;
        return 0;
    }

    /// <summary>The silo, with the endpoints where they are wanted, and whatever else.</summary>
    public static IHost Build(Options options, IPEndPoint? redis, Action<ISiloBuilder>? more = null)
    {
        if (!options.Serve)
        {
            var program = Host.CreateApplicationBuilder();
            AddSilo(program, options, redis, more);
            return program.Build();
        }

        var builder = WebApplication.CreateSlimBuilder();
        AddSilo(builder, options, redis, more);
        builder.AddService(options.Url);
        var app = builder.Build();
        app.MapService();
        return app;
    }

    private static void AddSilo(IHostApplicationBuilder builder, Options options, IPEndPoint? redis, Action<ISiloBuilder>? more)
    {
        builder.Logging.ClearProviders().AddErrors();
        builder.UseOrleans(silo =>
        {
            silo.AddMembership(redis).AddShards();
            more?.Invoke(silo);
        });
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton(services => new Measurements(
            services.GetRequiredService<IMeterFactory>(), options.Catalogue, () => SiloSetup.Count(services)));
        builder.Services.AddSingleton(services => new Search(
            services.GetRequiredService<IGrainFactory>(), options.Catalogue, TimeSpan.FromSeconds(options.TimeLimit), services.GetRequiredService<Measurements>())
        {
            BetweenRounds = options.Pause == 0 ? null : () => Pause(TimeSpan.FromSeconds(options.Pause)),
        });
    }

    private static async Task<int> Serve(IHost app)
    {
        Console.WriteLine($"Answering at {string.Join(", ", ((WebApplication)app).Urls)}.");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<int> Ask(IHost app, Search search, Options options, CancellationToken stopping)
    {
        // Once to compile what is timed.
        if (options.Pause == 0)
        {
            await search.Ask(options.Query, options.K, cancellation: stopping);
        }

        var clock = Stopwatch.StartNew();
        await search.Ask(options.Query, options.K, cancellation: stopping);
        Report.Print(SiloSetup.Count(app.Services), clock.Elapsed);

        var answer = await search.Ask(options.Query, options.K, withChecksum: true, stopping);
        Report.Print(search.Catalogue, options.Query, answer);
        var difference = answer.Difference(WholeRow.Answer(search.Catalogue, options.Query, options.K, withChecksum: true));
        Report.Print(difference);
        return difference is null ? 0 : 1;
    }

    private static async Task<int> Load(IHost app, Search search, int k, TimeSpan duration, CancellationToken stopping)
    {
        Load load = new(search, k);
        await load.Run(duration, stopping);
        Report.Print(SiloSetup.Count(app.Services), load);
        return load.Wrong > 0 ? 1 : load.Failed > 0 ? 3 : 0;
    }

    private static async Task Pause(TimeSpan pause)
    {
        Console.Error.WriteLine($"Round 1 is over; round 2 begins in {pause.TotalSeconds:0} s.");
        await Task.Delay(pause);
    }

    private static ILoggingBuilder AddErrors(this ILoggingBuilder logging) => logging
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
        .SetMinimumLevel(LogLevel.Critical);

    private static async Task EndOf(int parent)
    {
        try
        {
            using var process = Process.GetProcessById(parent);
            await process.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
    }
}
