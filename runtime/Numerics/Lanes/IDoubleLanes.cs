
namespace SoftKernels.Numerics;

/// <summary>What only registers of doubles are asked for: logarithms, those of floats too, are taken in doubles.</summary>
/// <inheritdoc cref="ILanes{TVector, TBits, T}"/>
internal interface IDoubleLanes<TVector, TBits> : ILanes<TVector, TBits, double>
{
    TVector Divide(TVector left, TVector right);

    /// <summary>A number at the scale of weights, times 2^n for an integer n ≤ 0, at the scale of 1: rounded once, however far into the subnormals it falls.</summary>
    TVector ScaledDown(TVector value, TVector n);

    /// <summary>Integers, moved to where an element has its exponent.</summary>
    TBits ToExponents(TBits integers);

    /// <summary>What stands where an element has its sign and exponent, as an integer.</summary>
    TBits FromExponents(TBits bits);

    /// <summary>Integers as elements, rounded, and what rounding lost of them.</summary>
    Pair<TVector> FromIntegers(TBits integers);
}
