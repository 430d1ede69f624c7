namespace SoftKernels.Numerics;

/// <summary>A sum of weights, in units of the fine grid: an integer that none of the additions leaves.</summary>
internal interface IWeightSum<TSelf>
    where TSelf : unmanaged, IWeightSum<TSelf>
{
    /// <summary>Adds what was counted.</summary>
    /// <param name="total">What was counted.</param>
    /// <param name="coarseUnitBits">The coarse grid's unit, as a power of two of the fine grid's.</param>
    void Add(ExactTotal total, int coarseUnitBits);

    void Add(TSelf other);

    void Subtract(TSelf other);

    bool IsBelow(TSelf other);

    /// <summary>⌊fraction · sum⌋, exactly.</summary>
    /// <param name="fraction">From 0 to below 1.</param>
    TSelf FloorOf(double fraction);
}
