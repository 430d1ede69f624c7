#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>16 floats.</summary>
internal readonly struct HalfLanes512 : IHalfLanes
{
    public static int Count => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Widen(ref ushort source, ref float destination, nint index, nint next)
    {
        Widen(Avx512F.ConvertToVector512Int32(Vector256.LoadUnsafe(ref source, (nuint)index).AsInt16())).StoreUnsafe(ref destination, (nuint)index);
        Widen(Avx512F.ConvertToVector512Int32(Vector256.LoadUnsafe(ref source, (nuint)next).AsInt16())).StoreUnsafe(ref destination, (nuint)next);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow(ref float source, ref ushort destination, nint index, nint next)
    {
        Vector512<int> lower = Vector512.LoadUnsafe(ref source, (nuint)index).AsInt32();
        Vector512<int> upper = Vector512.LoadUnsafe(ref source, (nuint)next).AsInt32();
        Vector512<int> lowerMagnitude = lower & Vector512.Create(~HalfFormat.SignOfSingle);
        Vector512<int> upperMagnitude = upper & Vector512.Create(~HalfFormat.SignOfSingle);
        if (Vector512.GreaterThanAny(Vector512.Max(lowerMagnitude, upperMagnitude), Vector512.Create(HalfFormat.Greatest)))
        {
            lowerMagnitude = Limited(lowerMagnitude);
            upperMagnitude = Limited(upperMagnitude);
        }

        // The lower and the upper 16 bits of 32 lanes.
        Vector512<ushort> even = Vector512.Create(
            (ushort)0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62);
        Vector512<ushort> magnitude = Avx512BW.PermuteVar32x16x2(Rounded(lowerMagnitude).AsUInt16(), even, Rounded(upperMagnitude).AsUInt16());
        Vector512<ushort> sign = Avx512BW.PermuteVar32x16x2(lower.AsUInt16(), even | Vector512<ushort>.One, upper.AsUInt16()) & Vector512.Create((ushort)HalfFormat.SignOfHalf);
        Vector512<ushort> results = Vector512.ConditionalSelect(Vector512.Equals(magnitude, Vector512<ushort>.Zero), magnitude, magnitude | sign);
        results.GetLower().StoreUnsafe(ref destination, (nuint)index);
        results.GetUpper().StoreUnsafe(ref destination, (nuint)next);
    }

    /// <param name="bits">The bits of Half, with the sign in every bit above.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Widen(Vector512<int> bits)
    {
        Vector512<float> scaled = (((bits << HalfFormat.Shift) & Vector512.Create(HalfFormat.MagnitudeInSingle)) + Vector512.Create(HalfFormat.Rebias)).AsSingle();
        Vector512<float> normal = scaled * Vector512.Create(HalfFormat.TakeBack);
        Vector512<float> subnormal = default(SingleLanes512).MultiplyAdd(scaled, 2 * HalfFormat.TakeBack, -HalfFormat.SmallestNormal);
        return (Vector512.Min(normal.AsInt32(), subnormal.AsInt32()) | (bits & Vector512.Create(HalfFormat.SignOfSingle))).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Limited(Vector512<int> magnitude) => Vector512.ConditionalSelect(
        Vector512.GreaterThan(magnitude, Vector512.Create(HalfFormat.ExponentOfSingle)),
        Vector512.Create(HalfFormat.ForNaN),
        Vector512.Min(magnitude, Vector512.Create(HalfFormat.ForInfinity)));

    /// <returns>The bits of Half in the lower half of a lane; what is above means nothing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Rounded(Vector512<int> magnitude)
    {
        Vector512<int> power = Vector512.Max(magnitude & Vector512.Create(HalfFormat.ExponentOfSingle), Vector512.Create(HalfFormat.SmallestNormalBits));
        return default(SingleLanes512).MultiplyAdd(power.AsSingle(), HalfFormat.ToRounder, magnitude.AsSingle()).AsInt32() + (power >> HalfFormat.Shift);
    }
}
#endif
