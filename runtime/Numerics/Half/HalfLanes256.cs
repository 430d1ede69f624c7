#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>8 at a time.</summary>
internal readonly struct HalfLanes256 : IHalfLanes
{
    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Widen(ref ushort source, ref float destination, nint index)
    {
        // With the sign in every bit above.
        Vector256<int> bits = Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref source, (nuint)index).AsInt16());
        Vector256<int> magnitude = (bits << HalfFormat.Shift) & Vector256.Create(HalfFormat.MagnitudeInSingle);
        Vector256<float> normal = (magnitude + Vector256.Create(HalfFormat.Rebias)).AsSingle() * Vector256.Create(HalfFormat.TakeBack);
        Vector256<float> subnormal = normal + normal - Vector256.Create(HalfFormat.SmallestNormal);
        Vector256<int> value = Vector256.Min(normal.AsInt32(), subnormal.AsInt32());
        (value | (bits & Vector256.Create(HalfFormat.SignOfSingle))).AsSingle().StoreUnsafe(ref destination, (nuint)index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow(ref float source, ref ushort destination, nint index)
    {
        Vector256<int> bits = Vector256.LoadUnsafe(ref source, (nuint)index).AsInt32();
        Vector256<int> magnitude = bits & Vector256.Create(~HalfFormat.SignOfSingle);
        Vector256<int> finite = Vector256.Min(magnitude, Vector256.Create(HalfFormat.TwoTo16));
        Vector256<int> rounder = Vector256.Max(
            (finite & Vector256.Create(HalfFormat.InfinityOfSingle)) + Vector256.Create(HalfFormat.ToRounder), Vector256.Create(HalfFormat.LeastRounder));
        Vector256<int> fraction = (finite.AsSingle() + rounder.AsSingle()).AsInt32() - rounder;
        Vector256<int> rounded = fraction + (rounder >> HalfFormat.Shift) - Vector256.Create(HalfFormat.ExponentOfLeastRounder);
        Vector256<int> signed = rounded | ((bits >>> 16) & Vector256.Create(HalfFormat.SignOfHalf));
        Vector256<int> result = Vector256.ConditionalSelect(Vector256.Equals(rounded, Vector256<int>.Zero), rounded, signed)
            | (Vector256.GreaterThan(magnitude, Vector256.Create(HalfFormat.InfinityOfSingle)) & Vector256.Create(HalfFormat.QuietNaN));
        Vector128.Narrow(result.AsUInt32().GetLower(), result.AsUInt32().GetUpper()).StoreUnsafe(ref destination, (nuint)index);
    }
}
#endif
