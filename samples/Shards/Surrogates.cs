using Orleans;
using SoftKernels;

namespace Shards;

// How values of the library travel: each as its own bytes, of a layout with a version, which refuse to be read as anything else. Orleans looks converters of generic types up by the open type, so they are open too.

[GenerateSerializer, Immutable, Alias("Shards.RowPeakBytes`1")]
internal struct RowPeakBytes<T>
    where T : unmanaged
{
    [Id(0)]
    public byte[] Bytes;
}

[RegisterConverter]
internal sealed class RowPeakConverter<T> : IConverter<RowPeak<T>, RowPeakBytes<T>>
    where T : unmanaged
{
    public RowPeak<T> ConvertFromSurrogate(in RowPeakBytes<T> surrogate) => RowPeak<T>.Read(surrogate.Bytes);

    public RowPeakBytes<T> ConvertToSurrogate(in RowPeak<T> value) => new() { Bytes = value.ToByteArray() };
}

[GenerateSerializer, Immutable, Alias("Shards.RowTotalBytes`1")]
internal struct RowTotalBytes<T>
    where T : unmanaged
{
    [Id(0)]
    public byte[] Bytes;
}

[RegisterConverter]
internal sealed class RowTotalConverter<T> : IConverter<RowTotal<T>, RowTotalBytes<T>>
    where T : unmanaged
{
    public RowTotal<T> ConvertFromSurrogate(in RowTotalBytes<T> surrogate) => RowTotal<T>.Read(surrogate.Bytes);

    public RowTotalBytes<T> ConvertToSurrogate(in RowTotal<T> value) => new() { Bytes = value.ToByteArray() };
}

[GenerateSerializer, Immutable, Alias("Shards.RowEntryBytes`1")]
internal struct RowEntryBytes<T>
    where T : unmanaged
{
    [Id(0)]
    public byte[] Bytes;
}

[RegisterConverter]
internal sealed class RowEntryConverter<T> : IConverter<RowEntry<T>, RowEntryBytes<T>>
    where T : unmanaged
{
    public RowEntry<T> ConvertFromSurrogate(in RowEntryBytes<T> surrogate) => RowEntry<T>.Read(surrogate.Bytes);

    public RowEntryBytes<T> ConvertToSurrogate(in RowEntry<T> value) => new() { Bytes = value.ToByteArray() };
}
