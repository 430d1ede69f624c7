#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>8 registers of 8 floats.</summary>
internal readonly struct SingleRowTree256 : IRowTree<Vector256<float>>
{
    public int Rows => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Lower(int level, Vector256<float> left, Vector256<float> right) => level switch
    {
        0 => Avx.UnpackLow(left, right),
        1 => Avx.UnpackLow(left.AsDouble(), right.AsDouble()).AsSingle(),
        _ => Avx.Permute2x128(left, right, 0x20),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Upper(int level, Vector256<float> left, Vector256<float> right) => level switch
    {
        0 => Avx.UnpackHigh(left, right),
        1 => Avx.UnpackHigh(left.AsDouble(), right.AsDouble()).AsSingle(),
        _ => Avx.Permute2x128(left, right, 0x31),
    };
}
#endif
