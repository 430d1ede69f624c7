#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>8 floats.</summary>
internal readonly struct HalfLanes256 : IHalfLanes
{
    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Widen(ref ushort source, ref float destination, nint index, nint next)
    {
        Widen(Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref source, (nuint)index).AsInt16())).StoreUnsafe(ref destination, (nuint)index);
        Widen(Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref source, (nuint)next).AsInt16())).StoreUnsafe(ref destination, (nuint)next);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow(ref float source, ref ushort destination, nint index, nint next)
    {
        Vector256<int> lower = Vector256.LoadUnsafe(ref source, (nuint)index).AsInt32();
        Vector256<int> upper = Vector256.LoadUnsafe(ref source, (nuint)next).AsInt32();
        Vector256<int> lowerMagnitude = lower & Vector256.Create(~HalfFormat.SignOfSingle);
        Vector256<int> upperMagnitude = upper & Vector256.Create(~HalfFormat.SignOfSingle);
        if (Vector256.GreaterThanAny(Vector256.Max(lowerMagnitude, upperMagnitude), Vector256.Create(HalfFormat.Greatest)))
        {
            lowerMagnitude = Limited(lowerMagnitude);
            upperMagnitude = Limited(upperMagnitude);
        }

        Vector256<ushort> magnitude = Vector256.Narrow(Rounded(lowerMagnitude).AsUInt32(), Rounded(upperMagnitude).AsUInt32());
        Vector256<ushort> sign = Vector256.Narrow(lower.AsUInt32() >> 16, upper.AsUInt32() >> 16) & Vector256.Create((ushort)HalfFormat.SignOfHalf);
        Vector256<ushort> results = Vector256.ConditionalSelect(Vector256.Equals(magnitude, Vector256<ushort>.Zero), magnitude, magnitude | sign);
        results.GetLower().StoreUnsafe(ref destination, (nuint)index);
        results.GetUpper().StoreUnsafe(ref destination, (nuint)next);
    }

    /// <param name="bits">The bits of Half, with the sign in every bit above.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Widen(Vector256<int> bits)
    {
        Vector256<float> scaled = (((bits << HalfFormat.Shift) & Vector256.Create(HalfFormat.MagnitudeInSingle)) + Vector256.Create(HalfFormat.Rebias)).AsSingle();
        Vector256<float> normal = scaled * Vector256.Create(HalfFormat.TakeBack);
        Vector256<float> subnormal = default(SingleLanes256).MultiplyAdd(scaled, 2 * HalfFormat.TakeBack, -HalfFormat.SmallestNormal);
        return (Vector256.Min(normal.AsInt32(), subnormal.AsInt32()) | (bits & Vector256.Create(HalfFormat.SignOfSingle))).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Limited(Vector256<int> magnitude) => Vector256.ConditionalSelect(
        Vector256.GreaterThan(magnitude, Vector256.Create(HalfFormat.ExponentOfSingle)),
        Vector256.Create(HalfFormat.ForNaN),
        Vector256.Min(magnitude, Vector256.Create(HalfFormat.ForInfinity)));

    /// <returns>The bits of Half in the lower half of a lane; what is above means nothing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Rounded(Vector256<int> magnitude)
    {
        Vector256<int> power = Vector256.Max(magnitude & Vector256.Create(HalfFormat.ExponentOfSingle), Vector256.Create(HalfFormat.SmallestNormalBits));
        return default(SingleLanes256).MultiplyAdd(power.AsSingle(), HalfFormat.ToRounder, magnitude.AsSingle()).AsInt32() + (power >> HalfFormat.Shift);
    }
}
#endif
