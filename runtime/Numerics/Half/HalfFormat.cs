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
/// <b>To Half.</b> A magnitude a with the exponent e, at least that of the smallest normal Half, plus 2^(e + 13) is rounded by the addition itself where a Half ends, to nearest, ties
/// to even: the sum's unit is 2^(e − 10). So there is one rounding, never two. The low bits of the sum are then a in that unit: the fraction and its leading 1, or 2048 where it was
/// rounded up to the next power. Added to the Half of the exponent e − 1, either gives the Half; for subnormals, which have no leading 1, e − 1 is that of 0. The sum's own exponent lies
/// above the 16 bits that are kept, as does e in its place in a float. What is taken from it to get a Half's exponent comes with the factor that makes 2^(e + 13) of 2^e: it has
/// that in the last bits of its fraction, an even number of the sum's units, which no tie notices. From 65520 on magnitudes count as 65536, which gives infinity, and NaNs as 98304, which gives the
/// quiet one.
/// </para>
/// </remarks>
internal static class HalfFormat
{
    /// <summary>By how much a float's fraction is longer.</summary>
    public const int Shift = SingleFractionBits - FractionBits;

    public const int SignOfSingle = unchecked((int)0x80000000);

    public const int ExponentOfSingle = 0xFF << SingleFractionBits;

    /// <summary>Exponent and fraction of a Half, where a float has them.</summary>
    public const int MagnitudeInSingle = 0x7FFF << Shift;

    /// <summary>To the exponent of a Half, which is then too great by 112 where it was too small by that.</summary>
    public const int Rebias = 2 * (SingleBias - HalfBias) << SingleFractionBits;

    public const float TakeBack = 1 / TwoTo56 / TwoTo56;

    public const float SmallestNormal = 1f / (1 << 14);

    public const int SmallestNormalBits = LeastExponent << SingleFractionBits;

    /// <summary>The greatest float that is not rounded to infinity, or up to it.</summary>
    public const int Greatest = ((SingleBias + 16) << SingleFractionBits) - (1 << (Shift - 1)) - 1;

    /// <summary>2^16, which gives infinity.</summary>
    public const int ForInfinity = (SingleBias + 16) << SingleFractionBits;

    /// <summary>1.5 · 2^16, which gives the quiet NaN.</summary>
    public const int ForNaN = ForInfinity | (1 << (SingleFractionBits - 1));

    /// <summary>From 2^e to 2^(e + 13), and to what makes a Half's exponent of a float's.</summary>
    public const float ToRounder = (1 << Shift) * (1 + ((float)ExponentOffset / (1 << SingleFractionBits)));

    public const int SignOfHalf = 0x8000;

    public const int QuietNaN = 0x7E00;

    private const int FractionBits = 10;
    private const int SingleFractionBits = 23;
    private const int SingleBias = 127;
    private const int HalfBias = 15;
    private const float TwoTo56 = 1L << 56;

    /// <summary>That of the smallest normal Half.</summary>
    private const int LeastExponent = SingleBias - HalfBias + 1;

    /// <summary>−(e of the smallest normal number), where a Half has its exponent, in 16 bits.</summary>
    private const int ExponentOffset = -(LeastExponent << FractionBits) & 0xFFFF;
}
#endif
