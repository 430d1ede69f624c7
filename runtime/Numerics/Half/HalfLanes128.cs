#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SoftKernels.Numerics;

/// <summary>4 floats.</summary>
internal readonly struct HalfLanes128 : IHalfLanes
{
    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Widen(ref ushort source, ref float destination, nint index, nint next)
    {
        Vector128<short> bits = Vector128.Create(Four(ref source, index), Four(ref source, next)).AsInt16();
        Widen(Vector128.WidenLower(bits)).StoreUnsafe(ref destination, (nuint)index);
        Widen(Vector128.WidenUpper(bits)).StoreUnsafe(ref destination, (nuint)next);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow(ref float source, ref ushort destination, nint index, nint next)
    {
        Vector128<int> lower = Vector128.LoadUnsafe(ref source, (nuint)index).AsInt32();
        Vector128<int> upper = Vector128.LoadUnsafe(ref source, (nuint)next).AsInt32();
        Vector128<int> lowerMagnitude = lower & Vector128.Create(~HalfFormat.SignOfSingle);
        Vector128<int> upperMagnitude = upper & Vector128.Create(~HalfFormat.SignOfSingle);
        if (Vector128.GreaterThanAny(Vector128.Max(lowerMagnitude, upperMagnitude), Vector128.Create(HalfFormat.Greatest)))
        {
            lowerMagnitude = Limited(lowerMagnitude);
            upperMagnitude = Limited(upperMagnitude);
        }

        Vector128<ushort> magnitude = Vector128.Narrow(Rounded(lowerMagnitude).AsUInt32(), Rounded(upperMagnitude).AsUInt32());
        Vector128<ushort> sign = Vector128.Narrow(lower.AsUInt32() >> 16, upper.AsUInt32() >> 16) & Vector128.Create((ushort)HalfFormat.SignOfHalf);
        Vector128<ushort> results = Vector128.ConditionalSelect(Vector128.Equals(magnitude, Vector128<ushort>.Zero), magnitude, magnitude | sign);
        Four(ref destination, index) = results.AsUInt64().ToScalar();
        Four(ref destination, next) = results.AsUInt64().GetElement(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref ulong Four(ref ushort first, nint index) => ref Unsafe.As<ushort, ulong>(ref Unsafe.Add(ref first, index));

    /// <param name="bits">The bits of Half, with the sign in every bit above.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Widen(Vector128<int> bits)
    {
        Vector128<float> scaled = (((bits << HalfFormat.Shift) & Vector128.Create(HalfFormat.MagnitudeInSingle)) + Vector128.Create(HalfFormat.Rebias)).AsSingle();
        Vector128<float> normal = scaled * Vector128.Create(HalfFormat.TakeBack);
        Vector128<float> subnormal = default(SingleLanes128).MultiplyAdd(scaled, 2 * HalfFormat.TakeBack, -HalfFormat.SmallestNormal);
        return (Vector128.Min(normal.AsInt32(), subnormal.AsInt32()) | (bits & Vector128.Create(HalfFormat.SignOfSingle))).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Limited(Vector128<int> magnitude) => Vector128.ConditionalSelect(
        Vector128.GreaterThan(magnitude, Vector128.Create(HalfFormat.ExponentOfSingle)),
        Vector128.Create(HalfFormat.ForNaN),
        Vector128.Min(magnitude, Vector128.Create(HalfFormat.ForInfinity)));

    /// <returns>The bits of Half in the lower half of a lane; what is above means nothing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Rounded(Vector128<int> magnitude)
    {
        Vector128<int> power = Vector128.Max(magnitude & Vector128.Create(HalfFormat.ExponentOfSingle), Vector128.Create(HalfFormat.SmallestNormalBits));
        return default(SingleLanes128).MultiplyAdd(power.AsSingle(), HalfFormat.ToRounder, magnitude.AsSingle()).AsInt32() + (power >> HalfFormat.Shift);
    }
}
#endif
