#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>16 at a time.</summary>
internal readonly struct HalfLanes512 : IHalfLanes
{
    public static int Count => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Widen(ref ushort source, ref float destination, nint index)
    {
        // With the sign in every bit above.
        Vector512<int> bits = Avx512F.ConvertToVector512Int32(Vector256.LoadUnsafe(ref source, (nuint)index).AsInt16());
        Vector512<int> magnitude = (bits << HalfFormat.Shift) & Vector512.Create(HalfFormat.MagnitudeInSingle);
        Vector512<float> normal = (magnitude + Vector512.Create(HalfFormat.Rebias)).AsSingle() * Vector512.Create(HalfFormat.TakeBack);
        Vector512<float> subnormal = normal + normal - Vector512.Create(HalfFormat.SmallestNormal);
        Vector512<int> value = Vector512.Min(normal.AsInt32(), subnormal.AsInt32());
        (value | (bits & Vector512.Create(HalfFormat.SignOfSingle))).AsSingle().StoreUnsafe(ref destination, (nuint)index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow(ref float source, ref ushort destination, nint index)
    {
        Vector512<int> bits = Vector512.LoadUnsafe(ref source, (nuint)index).AsInt32();
        Vector512<int> magnitude = bits & Vector512.Create(~HalfFormat.SignOfSingle);
        Vector512<int> finite = Vector512.Min(magnitude, Vector512.Create(HalfFormat.TwoTo16));
        Vector512<int> rounder = Vector512.Max(
            (finite & Vector512.Create(HalfFormat.InfinityOfSingle)) + Vector512.Create(HalfFormat.ToRounder), Vector512.Create(HalfFormat.LeastRounder));
        Vector512<int> fraction = (finite.AsSingle() + rounder.AsSingle()).AsInt32() - rounder;
        Vector512<int> rounded = fraction + (rounder >> HalfFormat.Shift) - Vector512.Create(HalfFormat.ExponentOfLeastRounder);
        Vector512<int> signed = rounded | ((bits >>> 16) & Vector512.Create(HalfFormat.SignOfHalf));
        Vector512<int> result = Vector512.ConditionalSelect(Vector512.Equals(rounded, Vector512<int>.Zero), rounded, signed)
            | (Vector512.GreaterThan(magnitude, Vector512.Create(HalfFormat.InfinityOfSingle)) & Vector512.Create(HalfFormat.QuietNaN));
        Avx512F.ConvertToVector256UInt16(result.AsUInt32()).StoreUnsafe(ref destination, (nuint)index);
    }
}
#endif
