#if NET8_0_OR_GREATER
namespace SoftKernels.Numerics;

/// <summary>Half and float as bits: what their conversions add, and why that is exact.</summary>
/// <remarks>
/// <para>
/// <b>To float.</b> Exponent and fraction of a Half, shifted to their places in a float, are an exponent too small by 112. An integer addition of twice that and a multiplication by
/// 2^-112 correct it, exactly, and take the exponent of infinities and NaNs to theirs. Call the result n. A subnormal has no leading 1, but n has one, as if it were 2^-15 · (1 + f);
/// then 2n − 2^-14 is the subnormal, without rounding. Where n ≥ 2^-14, which all normal numbers are, that is not below n: so the smaller of the two is right for all. Neither is
/// negative, so their bits compare as integers do, NaNs among them. No operand is a subnormal float, which some processors take a hundred cycles for.
/// </para>
/// <para>
/// <b>To Half.</b> A float of exponent e, at least that of the smallest normal Half, plus 2^(e + 13) is rounded by the addition itself where a Half ends, to nearest, ties to even: the
/// sum's unit is 2^(e − 10). What its bits have beyond those of 2^(e + 13) is the fraction with its leading 1, or 2048 where it was rounded up to the next power; added to the
/// exponent, one too small on purpose, either gives the Half. For subnormals the fraction is the Half. From 65520 on the sum is that of 65536, which gives infinity; what lies beyond
/// counts as 65536. So there is one rounding, never two.
/// </para>
/// </remarks>
internal static class HalfFormat
{
    public const int FractionBits = 10;

    /// <summary>By how much a float's fraction is longer.</summary>
    public const int Shift = SingleFractionBits - FractionBits;

    public const int SignOfSingle = unchecked((int)0x80000000);

    /// <summary>Exponent and fraction of a Half, where a float has them.</summary>
    public const int MagnitudeInSingle = 0x7FFF << Shift;

    /// <summary>To the exponent of a Half, which is then too great by 112 where it was too small by that.</summary>
    public const int Rebias = 2 * (127 - 15) << SingleFractionBits;

    public const float TakeBack = 1 / TwoTo56 / TwoTo56;

    public const float SmallestNormal = 1f / (1 << 14);

    public const int InfinityOfSingle = 0xFF << SingleFractionBits;

    /// <summary>Rounds to infinity.</summary>
    public const int TwoTo16 = (127 + 16) << SingleFractionBits;

    /// <summary>From the exponent of a float to that of the number whose sum with it ends where a Half does.</summary>
    public const int ToRounder = Shift << SingleFractionBits;

    public const int LeastRounder = (ExponentOfSmallestNormal << SingleFractionBits) + ToRounder;

    /// <summary>The least rounder's exponent, where a Half has its own.</summary>
    public const int ExponentOfLeastRounder = LeastRounder >> Shift;

    public const int SignOfHalf = 0x8000;

    public const int QuietNaN = 0x7E00;

    private const int SingleFractionBits = 23;
    private const int ExponentOfSmallestNormal = 127 - 14;
    private const float TwoTo56 = 1L << 56;
}
#endif
