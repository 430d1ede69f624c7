using System;

namespace SoftKernels.Numerics;

/// <summary>The exact sums of a row, or of a part of it: what any operation asks for, on all three grids.</summary>
internal struct RowSums : IEquatable<RowSums>
{
    /// <summary>Bytes that they are written as.</summary>
    public const int Size = 3 * LongTotal.Size;

    /// <summary>Weights at the scale of the maximum: softmax's.</summary>
    public LongTotal Weights;

    /// <summary>Weights at the scale of the second greatest value, without what is above that: those of logarithms.</summary>
    public LongTotal Rest;

    /// <summary>The same, each times its value's distance from the maximum: entropy's.</summary>
    public LongTotal Moments;

    public void Add(in RowSums sums)
    {
        Weights.Add(sums.Weights);
        Rest.Add(sums.Rest);
        Moments.Add(sums.Moments);
    }

    public readonly bool Equals(RowSums other) => Weights.Equals(other.Weights) && Rest.Equals(other.Rest) && Moments.Equals(other.Moments);

    public override readonly bool Equals(object? obj) => obj is RowSums other && Equals(other);

    public override readonly int GetHashCode() => unchecked((((Weights.GetHashCode() * 397) ^ Rest.GetHashCode()) * 397) ^ Moments.GetHashCode());

    public readonly void WriteTo(Span<byte> destination)
    {
        Weights.WriteTo(destination);
        Rest.WriteTo(destination.Slice(LongTotal.Size));
        Moments.WriteTo(destination.Slice(2 * LongTotal.Size));
    }

    public static RowSums Read(ReadOnlySpan<byte> source) => new()
    {
        Weights = LongTotal.Read(source),
        Rest = LongTotal.Read(source.Slice(LongTotal.Size)),
        Moments = LongTotal.Read(source.Slice(2 * LongTotal.Size)),
    };
}
