using System;
using System.Linq;
using System.Threading.Tasks;
using Orleans;
using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace Shards;

/// <summary>Shard 0 on the first silo, 1 on the second, and so on round: as even as can be, where few grains by chance would not be.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PlacedByNumberAttribute() : PlacementAttribute(new PlacementByNumber());

[GenerateSerializer, Immutable, SuppressReferenceTracking, Alias("Shards.PlacementByNumber")]
internal sealed class PlacementByNumber : PlacementStrategy;

internal sealed class PlacementByNumberDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        return Task.FromResult(IPlacementDirector.GetPlacementHint(target.RequestContextData, silos) ?? Pick());

        SiloAddress Pick() => silos.Order().ElementAt(ShardName.Parse(target.GrainIdentity.Key.ToString()!).Shard % silos.Length);
    }
}
