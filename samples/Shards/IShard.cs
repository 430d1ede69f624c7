using System.Threading;
using System.Threading.Tasks;
using Orleans;
using SoftKernels;

namespace Shards;

/// <summary>Some of a catalogue's items. No message is longer for their number, and every answer follows from the key and the question alone: who is in doubt whether a call arrived asks again.</summary>
[Alias("Shards.IShard")]
internal interface IShard : IGrainWithStringKey
{
    /// <summary>Returns how many items are here, once they are.</summary>
    [Alias("Load")]
    Task<int> Load(CancellationToken cancellation);

    /// <summary>Round one.</summary>
    [Alias("Peak")]
    Task<RowPeak<float>> Peak(Query query, CancellationToken cancellation);

    /// <summary>Round two, with the peak of all shards' parts.</summary>
    [Alias("Total")]
    Task<ShardTotal> Total(Query query, RowPeak<float> peak, CancellationToken cancellation);

    /// <summary>A third round, for who wants to compare all probabilities and not carry them: a checksum of their bits, which is added up.</summary>
    [Alias("Checksum")]
    Task<ulong> Checksum(Query query, RowPeak<float> peak, RowTotal<float> total, CancellationToken cancellation);
}
