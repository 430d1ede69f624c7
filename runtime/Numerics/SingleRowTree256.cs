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
        0 => Avx.Blend(left, right, 0b11001100),
        1 => Avx.Shuffle(left, right, 0b10_00_10_00),
        _ => Avx.Blend(left, right, 0b11110000),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Upper(int level, Vector256<float> left, Vector256<float> right) => level switch
    {
        0 => Avx.Shuffle(left.AsDouble(), right.AsDouble(), 0b0101).AsSingle(),
        1 => Avx.Shuffle(left, right, 0b11_01_11_01),
        _ => Avx.Permute2x128(left, right, 0x21),
    };
}
#endif
