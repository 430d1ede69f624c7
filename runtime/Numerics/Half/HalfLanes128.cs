#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SoftKernels.Numerics;

/// <summary>4 at a time.</summary>
internal readonly struct HalfLanes128 : IHalfLanes
{
    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Widen(ref ushort source, ref float destination, nint index)
    {
        // With the sign in every bit above.
        Vector128<int> bits = Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref source, index)))).AsInt16());
        Vector128<int> magnitude = (bits << HalfFormat.Shift) & Vector128.Create(HalfFormat.MagnitudeInSingle);
        Vector128<float> normal = (magnitude + Vector128.Create(HalfFormat.Rebias)).AsSingle() * Vector128.Create(HalfFormat.TakeBack);
        Vector128<float> subnormal = normal + normal - Vector128.Create(HalfFormat.SmallestNormal);
        Vector128<int> value = Vector128.Min(normal.AsInt32(), subnormal.AsInt32());
        (value | (bits & Vector128.Create(HalfFormat.SignOfSingle))).AsSingle().StoreUnsafe(ref destination, (nuint)index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow(ref float source, ref ushort destination, nint index)
    {
        Vector128<int> bits = Vector128.LoadUnsafe(ref source, (nuint)index).AsInt32();
        Vector128<int> magnitude = bits & Vector128.Create(~HalfFormat.SignOfSingle);
        Vector128<int> finite = Vector128.Min(magnitude, Vector128.Create(HalfFormat.TwoTo16));
        Vector128<int> rounder = Vector128.Max(
            (finite & Vector128.Create(HalfFormat.InfinityOfSingle)) + Vector128.Create(HalfFormat.ToRounder), Vector128.Create(HalfFormat.LeastRounder));
        Vector128<int> fraction = (finite.AsSingle() + rounder.AsSingle()).AsInt32() - rounder;
        Vector128<int> rounded = fraction + (rounder >> HalfFormat.Shift) - Vector128.Create(HalfFormat.ExponentOfLeastRounder);
        Vector128<int> signed = rounded | ((bits >>> 16) & Vector128.Create(HalfFormat.SignOfHalf));
        Vector128<int> result = Vector128.ConditionalSelect(Vector128.Equals(rounded, Vector128<int>.Zero), rounded, signed)
            | (Vector128.GreaterThan(magnitude, Vector128.Create(HalfFormat.InfinityOfSingle)) & Vector128.Create(HalfFormat.QuietNaN));
        Unsafe.WriteUnaligned(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(result.AsUInt32(), result.AsUInt32()).AsUInt64().ToScalar());
    }
}
#endif
