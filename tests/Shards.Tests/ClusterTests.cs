using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Serialization;
using Shards;
using Xunit;

namespace SoftKernels.Shards.Tests;

/// <summary>Right bits, or a clear error in time: with silos that come and go, and shards that tarry.</summary>
public sealed class ClusterTests
{
    private const int K = 4;
    private const long Query = 11;

    private static readonly Catalogue s_catalogue = new(5, 6_000, 8, 6);
    private static readonly Answer s_right = WholeRow.Answer(s_catalogue, Query, K, withChecksum: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_items_are_shared_out_the_bits_are_those_of_the_whole_row()
    {
        await using TestSilos silos = await TestSilos.Start(2);
        foreach (int shards in new[] { 1, 2, 3, 16, 500 })
        {
            Right(await silos.Search(s_catalogue with { Shards = shards }).Ask(Query, K, withChecksum: true, Cancellation));
        }

        // More are wanted than one shard has.
        Catalogue small = new(5, 100, 3, 40);
        Assert.Null((await silos.Search(small).Ask(Query, 100, withChecksum: true, Cancellation)).Difference(WholeRow.Answer(small, Query, 100, withChecksum: true)));
    }

    [Fact]
    public async Task Many_queries_at_once_each_get_their_own_answer()
    {
        await using TestSilos silos = await TestSilos.Start(2);
        long[] seeds = [.. Enumerable.Range(0, 100)];
        Answer[] right = WholeRow.Answers(s_catalogue, seeds, K);
        Search search = silos.Search(s_catalogue);

        Answer[] answers = await Task.WhenAll(seeds.Select(seed => search.Ask(seed, K, cancellation: Cancellation)));

        Assert.All(answers.Zip(right), pair => Assert.Null(pair.First.Difference(pair.Second)));
    }

    [Fact]
    public async Task A_silo_may_be_killed_between_the_rounds()
    {
        await using TestSilos silos = await TestSilos.Start(3);

        Right(await silos.Search(s_catalogue, betweenRounds: silos.KillLast).Ask(Query, K, withChecksum: true, Cancellation));

        Assert.Equal(2, silos.Cluster.Silos.Count);
    }

    [Fact]
    public async Task A_silo_may_be_stopped_and_another_join_between_the_rounds()
    {
        await using TestSilos silos = await TestSilos.Start(2);

        Right(await silos.Search(s_catalogue, betweenRounds: async () =>
        {
            await silos.StartOne();
            await silos.StopLast();
        }).Ask(Query, K, withChecksum: true, Cancellation));
        Right(await silos.Search(s_catalogue, betweenRounds: silos.StartOne).Ask(Query, K, withChecksum: true, Cancellation));
        Right(await silos.Search(s_catalogue with { Shards = 7 }).Ask(Query, K, withChecksum: true, Cancellation));
    }

    [Fact]
    public async Task A_silo_may_be_killed_while_shards_are_loaded()
    {
        await using TestSilos silos = await TestSilos.Start(3);
        TaskCompletionSource loading = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        silos.Interference = async context =>
        {
            if (context.MethodName == nameof(IShard.Load))
            {
                loading.TrySetResult();
                await killed.Task;
            }

            await context.Invoke();
        };
        int items = 0;
        Search search = silos.Search(s_catalogue);

        Task load = search.Load(loaded => Interlocked.Add(ref items, loaded), TimeSpan.FromSeconds(30), Cancellation);
        await loading.Task;
        await silos.KillLast();
        killed.SetResult();
        await load;

        Assert.Equal(s_catalogue.Items, items);
        Right(await search.Ask(Query, K, withChecksum: true, Cancellation));
    }

    [Fact]
    public async Task A_slow_shard_is_waited_for_until_the_time_limit_and_then_named()
    {
        await using TestSilos silos = await TestSilos.Start(2);
        string slow = new ShardName(s_catalogue, 4).ToString();
        TimeSpan delay = TimeSpan.FromSeconds(0.3);
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        string slowCall = nameof(IShard.Total);
        silos.Interference = async context =>
        {
            if (context.MethodName == slowCall && context.TargetId.Key.ToString() == slow)
            {
                await Task.Delay(delay, over.Token);
            }

            await context.Invoke();
        };

        Right(await silos.Search(s_catalogue).Ask(Query, K, withChecksum: true, Cancellation));

        delay = TimeSpan.FromSeconds(60);
        foreach ((string call, string round) in new[] { (nameof(IShard.Peak), "Round 1"), (nameof(IShard.Total), "Round 2"), (nameof(IShard.Checksum), "Round 3") })
        {
            slowCall = call;
            Stopwatch clock = Stopwatch.StartNew();
            SearchException failure = await Assert.ThrowsAsync<SearchException>(
                () => silos.Search(s_catalogue, TimeSpan.FromSeconds(1)).Ask(Query, K, withChecksum: true, Cancellation));

            Assert.StartsWith($"{round}: shard 4 of 6 did not answer within the time limit of 1 s.", failure.Message, StringComparison.Ordinal);
            Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(10));
        }

        await over.CancelAsync();
    }

    [Fact]
    public async Task Shards_are_spread_evenly()
    {
        await using TestSilos silos = await TestSilos.Start(3);
        while (SiloSetup.CountOfHosts(silos.Cluster.GetSiloServiceProvider(silos.Cluster.Silos[0].SiloAddress)) < 3)
        {
            await Task.Delay(50, Cancellation);
        }

        await silos.Search(s_catalogue).Load(_ => { }, TimeSpan.FromSeconds(30), Cancellation);
        IManagementGrain management = silos.Grains.GetGrain<IManagementGrain>(0);

        SiloAddress[] homes = await Task.WhenAll(Enumerable.Range(0, s_catalogue.Shards).Select(async shard =>
            (await management.GetActivationAddress(silos.Grains.GetGrain<IShard>(new ShardName(s_catalogue, shard).ToString())))!));

        Assert.All(silos.Cluster.Silos, silo => Assert.Equal(2, homes.Count(home => home.Equals(silo.SiloAddress))));
    }

    [Fact]
    public async Task A_shard_that_contradicts_itself_is_named_and_no_answer_given()
    {
        await using TestSilos silos = await TestSilos.Start(1);
        silos.Interference = async context =>
        {
            await context.Invoke();
            if (context.Result is ShardTotal total && context.TargetId.Key.ToString() == new ShardName(s_catalogue, 2).ToString())
            {
                context.Result = total with { Own = SoftMath.Peak([1f, 2f]) };
            }
        };

        SearchException failure = await Assert.ThrowsAsync<SearchException>(() => silos.Search(s_catalogue).Ask(Query, K, cancellation: Cancellation));

        Assert.Contains("Shard 2 of 6 has other scores in round 2 than in round 1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Totals_of_another_peak_are_not_added_up()
    {
        await using TestSilos silos = await TestSilos.Start(1);
        silos.Interference = async context =>
        {
            await context.Invoke();
            if (context.Result is ShardTotal total && context.TargetId.Key.ToString() == new ShardName(s_catalogue, 2).ToString())
            {
                context.Result = total with { Total = SoftMath.Total([1f, 2f], SoftMath.Peak([1f, 2f])) };
            }
        };

        SearchException failure = await Assert.ThrowsAsync<SearchException>(() => silos.Search(s_catalogue).Ask(Query, K, cancellation: Cancellation));

        Assert.StartsWith("Round 2: the shards do not fit together.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shard_that_the_peak_does_not_know_of_is_not_counted()
    {
        await using TestSilos silos = await TestSilos.Start(1);
        silos.Interference = async context =>
        {
            if (context.MethodName == nameof(IShard.Total))
            {
                context.Request.SetArgument(1, SoftMath.Peak([-100f, -200f]));
            }

            await context.Invoke();
        };

        SearchException failure = await Assert.ThrowsAsync<SearchException>(() => silos.Search(s_catalogue).Ask(Query, K, cancellation: Cancellation));

        Assert.StartsWith("Round 2: the shards do not fit together.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shard_that_was_deactivated_between_the_rounds_answers_the_same()
    {
        await using TestSilos silos = await TestSilos.Start(1);
        IShard[] shards = [.. Enumerable.Range(0, s_catalogue.Shards).Select(shard => silos.Grains.GetGrain<IShard>(new ShardName(s_catalogue, shard).ToString()))];

        Right(await silos.Search(s_catalogue, betweenRounds: () => Task.WhenAll(shards.Select(shard => silos.Cluster.DeactivateAsync(shard))))
            .Ask(Query, K, withChecksum: true, Cancellation));
    }

    [Fact]
    public async Task Messages_do_not_grow_with_the_items()
    {
        await using TestSilos silos = await TestSilos.Start(1);
        Serializer serializer = silos.Cluster.GetSiloServiceProvider().GetRequiredService<Serializer>();
        var sizes = new (int Peak, int Total)[2];
        foreach ((int place, int items) in new[] { (0, 1_000), (1, 100_000) })
        {
            IShard shard = silos.Grains.GetGrain<IShard>(new ShardName(new(5, items, 4, 1), 0).ToString());
            Query query = new(Guid.NewGuid(), Query, K);
            RowPeak<float> peak = await shard.Peak(query, Cancellation);
            ShardTotal total = await shard.Total(query, peak, Cancellation);
            byte[] bytes = serializer.SerializeToArray(total);
            ShardTotal read = serializer.Deserialize<ShardTotal>(bytes)!;

            Assert.Equal(items, peak.Count);
            Assert.Equal(peak, serializer.Deserialize<RowPeak<float>>(serializer.SerializeToArray(peak)));
            Assert.Equal(total.Own, read.Own);
            Assert.Equal(total.Total, read.Total);
            Assert.Equal(total.Top.AsEnumerable(), read.Top);
            Assert.Equal(total.Drawn.AsEnumerable(), read.Drawn);
            sizes[place] = (serializer.SerializeToArray(peak).Length, bytes.Length);
        }

        // Items' numbers have fewer bytes when they are low.
        Assert.Equal(sizes[0].Peak, sizes[1].Peak);
        Assert.InRange(sizes[1].Total - sizes[0].Total, 0, 2 * K);
        Assert.InRange(sizes[1].Total, 0, 600);
    }

    private static void Right(Answer answer) => Assert.Null(answer.Difference(s_right));
}
