using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <content>Softmax and log-sum-exp in one pass: an exponential has two weights, one at the scale of the maximum and one at that of the rest.</content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>
    /// The weights of a register of values, as <see cref="Weight"/> has them; and counts those at the scale of the rest, as <see cref="CountRest(TVector, TVector, TVector, TVector, ref TBits, ref TBits)"/> does.
    /// </summary>
    /// <remarks>Values below <paramref name="lowest"/> weigh nothing, but what lies above <paramref name="lowestOfRest"/> counts: the lower of the two is what exponents are taken of.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector WeightAndCountRest(
        TVector x, TVector scale, TVector lowest, TVector second, TVector scaleOfRest, TVector lowestOfRest, ref TBits coarse, ref TBits fine) =>
        WeightAndCountRest(x, x, scale, lowest, second, scaleOfRest, lowestOfRest, ref coarse, ref fine);

    /// <summary>The same, but counts what is not above <paramref name="second"/> of other values, which stand for these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector WeightAndCountRest(
        TVector x, TVector limited, TVector scale, TVector lowest, TVector second, TVector scaleOfRest, TVector lowestOfRest, ref TBits coarse, ref TBits fine)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector y = lanes.Max(lowestOfRest, x);
        TVector exponent = lanes.MultiplyAdd(y, format.Log2E, format.Rounder);
        TVector minusOne = SignificandMinusOne(y, exponent);
        TVector offGrid = OffGrid(limited, exponent, minusOne, second, scaleOfRest, ref coarse, out _, out _);
        fine = lanes.AddBits(fine, lanes.ToBits(lanes.Add(offGrid, format.Rounder)));
        TVector weight = lanes.Scaled(lanes.Add(minusOne, format.One), lanes.Add(exponent, scale));

        // An instruction scales by any exponent; a shift would lose the sign of one that is out of range.
        return Avx512F.VL.IsSupported && Unsafe.SizeOf<TVector>() > Unsafe.SizeOf<T>() ? weight : lanes.ZeroWhereGreater(weight, lowest, x);
    }
}
