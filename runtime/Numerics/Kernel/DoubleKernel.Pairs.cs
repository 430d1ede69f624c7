using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>
/// What only doubles do: numbers as unevaluated sums of two, where one has too few digits, and logarithms, those of floats too.
/// </summary>
/// <typeparam name="TLanes">The instructions of the register.</typeparam>
/// <typeparam name="TVector">The register of doubles.</typeparam>
/// <typeparam name="TBits">The register of integers as wide.</typeparam>
internal readonly partial struct DoubleKernel<TLanes, TVector, TBits>
    where TLanes : struct, IDoubleLanes<TVector, TBits>
{
    /// <summary>Totals in units of the fine grid, one in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Pair<TVector> ToPair(ExactTotals<TBits> totals)
    {
        TLanes lanes = default;
        Pair<TVector> coarse = lanes.FromIntegers(totals.Coarse);
        return ToPair(coarse.High, coarse.Low, lanes.FromIntegers(totals.Fine).High);
    }

    /// <summary>(coarse + rest) coarse units and fine fine ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Pair<TVector> ToPair(TVector coarse, TVector rest, TVector fine)
    {
        TLanes lanes = default;
        TVector unit = lanes.Create(DoubleFormat.CoarseUnit);
        return FastTwoSum(lanes.Multiply(coarse, unit), lanes.MultiplyAdd(rest, unit, fine));
    }

    /// <summary>The sum of two pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Pair<TVector> Add(Pair<TVector> left, Pair<TVector> right)
    {
        TLanes lanes = default;
        Pair<TVector> high = TwoSum(left.High, right.High);
        return FastTwoSum(high.High, lanes.Add(high.Low, lanes.Add(left.Low, right.Low)));
    }

    /// <summary>1 / total as a sum of two: a power of two near it, and what is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector Reciprocal(Pair<TVector> total, out TVector power)
    {
        TLanes lanes = default;
        TVector one = lanes.Create(DoubleFormat.One);
        power = PowerNearReciprocal(total.High);
        TVector reciprocal = lanes.Divide(one, total.High);
        TVector error = lanes.Subtract(Remainder(one, reciprocal, total.High), lanes.Multiply(reciprocal, total.Low));
        return lanes.MultiplyAdd(reciprocal, error, lanes.Subtract(reciprocal, power));
    }

    /// <summary>
    /// A power of two near a number's reciprocal: the one below, so that nothing negative is left. Where the product with what is left is rounded by
    /// itself, the nearest: less is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector PowerNearReciprocal(TVector value)
    {
        TLanes lanes = default;
        TBits bits = Fma.IsSupported || AdvSimd.Arm64.IsSupported
            ? lanes.CreateBits(DoubleFormat.ReciprocalBits)
            : lanes.CreateBits(DoubleFormat.NearestReciprocalBits);
        bits = lanes.SubtractBits(bits, lanes.ToBits(value));
        return lanes.FromBits(lanes.ToExponents(lanes.FromExponents(bits)));
    }

    /// <summary>dividend − quotient · divisor, rounded once, without fused multiply-add too.</summary>
    /// <param name="dividend">The dividend.</param>
    /// <param name="quotient">Nearly dividend / divisor.</param>
    /// <param name="divisor">The divisor.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Remainder(TVector dividend, TVector quotient, TVector divisor)
    {
        TLanes lanes = default;
        if (Fma.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            return lanes.MultiplyAdd(quotient, lanes.Subtract(lanes.Create(DoubleFormat.Zero), divisor), dividend);
        }

        TVector product = lanes.Multiply(quotient, divisor);
        TVector low = Kernel<TLanes, DoubleFormat, TVector, TBits, double>.LostByProduct(quotient, divisor, product);
        return lanes.Subtract(lanes.Subtract(dividend, product), low);
    }

    /// <summary>Adds a number to a sum, and to another what the sum has lost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void AddTerm(TVector term, ref TVector sum, ref TVector lost)
    {
        Pair<TVector> added = TwoSum(sum, term);
        sum = added.High;
        lost = default(TLanes).Add(lost, added.Low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<TVector> FastTwoSum(TVector large, TVector small)
    {
        TLanes lanes = default;
        TVector sum = lanes.Add(large, small);
        return new() { High = sum, Low = lanes.Subtract(small, lanes.Subtract(sum, large)) };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<TVector> TwoSum(TVector left, TVector right)
    {
        TLanes lanes = default;
        TVector sum = lanes.Add(left, right);
        TVector rightShare = lanes.Subtract(sum, left);
        TVector leftShare = lanes.Subtract(sum, rightShare);
        return new() { High = sum, Low = lanes.Add(lanes.Subtract(left, leftShare), lanes.Subtract(right, rightShare)) };
    }
}
