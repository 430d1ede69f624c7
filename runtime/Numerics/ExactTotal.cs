using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>
/// A sum of weights in fixed point: <see cref="Coarse"/> counts the coarse grid's unit, <see cref="Fine"/> the fine grid's.
/// Integers add exactly, so the order of summation cannot matter: not the lane, not the width, not the place in the row.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ExactTotal(long coarse, long fine) : IEquatable<ExactTotal>
{
    internal readonly long Coarse = coarse;

    internal readonly long Fine = fine;

    /// <summary>The sum of both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal operator +(ExactTotal left, ExactTotal right) =>
        new(left.Coarse + right.Coarse, left.Fine + right.Fine);

    /// <summary>The difference of both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal operator -(ExactTotal left, ExactTotal right) =>
        new(left.Coarse - right.Coarse, left.Fine - right.Fine);

    /// <summary>Whether both hold the same sum.</summary>
    public static bool operator ==(ExactTotal left, ExactTotal right) => left.Equals(right);

    /// <summary>Whether the sums differ.</summary>
    public static bool operator !=(ExactTotal left, ExactTotal right) => !left.Equals(right);

    /// <inheritdoc cref="op_Addition"/>
    public static ExactTotal Add(ExactTotal left, ExactTotal right) => left + right;

    /// <inheritdoc cref="op_Subtraction"/>
    public static ExactTotal Subtract(ExactTotal left, ExactTotal right) => left - right;

    /// <inheritdoc/>
    public bool Equals(ExactTotal other) => Coarse == other.Coarse && Fine == other.Fine;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExactTotal other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Coarse.GetHashCode() ^ Fine.GetHashCode();
}
