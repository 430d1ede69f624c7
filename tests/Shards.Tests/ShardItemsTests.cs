using System;
using System.Linq;
using System.Threading;
using Shards;
using Xunit;

namespace SoftKernels.Shards.Tests;

/// <summary>That a shard's scores are those that one product after the other makes, and that its key says all.</summary>
public sealed class ShardItemsTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(31, 3, 2)]
    [InlineData(32, 5, 1)]
    [InlineData(33, 8, 4)]
    [InlineData(1_000, 32, 7)]
    public void Scores_are_sums_in_the_order_of_dimensions(int items, int dimensions, int shards)
    {
        Catalogue catalogue = new(12, items, dimensions, shards);
        float[] query = catalogue.Vector(3);

        uint[] scores = [.. Enumerable.Range(0, shards).SelectMany(shard =>
        {
            ShardItems part = ShardItems.Make(new(catalogue, shard), CancellationToken.None);
            Assert.Equal(catalogue.First(shard), part.First);
            return part.Score(query).Take(part.Count);
        }).Select(BitConverter.SingleToUInt32Bits)];

        uint[] expected = [.. Enumerable.Range(0, items).Select(item =>
        {
            float sum = 0;
            for (int dimension = 0; dimension < dimensions; dimension++)
            {
                sum += query[dimension] * catalogue.Component(item, dimension);
            }

            return BitConverter.SingleToUInt32Bits(sum);
        })];
        Assert.Equal(expected, scores);
    }

    [Fact]
    public void A_key_says_what_the_shard_is_made_of()
    {
        ShardName name = new(new(long.MaxValue, 100_000_000, 1_024, 1_024), 1_023);

        Assert.Equal(name, ShardName.Parse(name.ToString()));
        Assert.Throws<FormatException>(() => ShardName.Parse("shard-1-of-2"));
    }

    [Fact]
    public void Shards_share_all_items_evenly()
    {
        Catalogue catalogue = new(1, 100_000_000, 1, 1_023);

        Assert.Equal(0, catalogue.First(0));
        Assert.Equal(catalogue.Items, catalogue.First(catalogue.Shards));
        Assert.All(Enumerable.Range(0, catalogue.Shards), shard => Assert.InRange(new ShardName(catalogue, shard).Count, 97_751, 97_752));
    }

    [Fact]
    public void Making_items_can_be_cancelled() => Assert.ThrowsAny<OperationCanceledException>(
        () => ShardItems.Make(new(new(1, 1_000, 2, 1), 0), new CancellationToken(canceled: true)));
}
