using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Threading;

namespace Shards;

/// <summary>The vectors of one shard, as they are scored: blocks of items, in each the first component of all, then the second, and so on.</summary>
internal sealed class ShardItems
{
    // Two registers, so that one need not wait for the other.
    private const int Block = 32;

    private readonly float[] _components;
    private readonly int _dimensions;

    private ShardItems(float[] components, int dimensions, int first, int count)
    {
        _components = components;
        _dimensions = dimensions;
        First = first;
        Count = count;
    }

    /// <summary>The first item's place in the catalogue.</summary>
    public int First { get; }

    public int Count { get; }

    public static ShardItems Make(ShardName name, CancellationToken cancellation)
    {
        var (catalogue, first, count) = (name.Catalogue, name.First, name.Count);
        var components = new float[checked(Blocks(count) * Block * catalogue.Dimensions)];
        for (var item = 0; item < count; item++)
        {
            if (item % Block == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var place = item / Block * Block * catalogue.Dimensions + item % Block;
            for (var dimension = 0; dimension < catalogue.Dimensions; dimension++)
            {
                components[place + dimension * Block] = catalogue.Component(first + item, dimension);
            }
        }

        return new(components, catalogue.Dimensions, first, count);
    }

    /// <summary>
    /// Each item's product with the query. Products are added in the order of dimensions, each rounded, never fused: one item's score does not know its neighbours, nor the width of registers.
    /// </summary>
    public float[] Score(ReadOnlySpan<float> query)
    {
        var scores = GC.AllocateUninitializedArray<float>(Blocks(Count) * Block);
        ref var components = ref _components[0];
        for (var block = 0; block < scores.Length; block += Block)
        {
            var (left, right) = (Vector512<float>.Zero, Vector512<float>.Zero);
            foreach (var factor in query)
            {
                left += factor * Vector512.LoadUnsafe(ref components);
                right += factor * Vector512.LoadUnsafe(ref components, (nuint)Vector512<float>.Count);
                components = ref Unsafe.Add(ref components, Block);
            }

            left.CopyTo(scores, block);
            right.CopyTo(scores, block + Vector512<float>.Count);
        }

        return scores;
    }

    private static int Blocks(int count) => (count + Block - 1) / Block;
}
