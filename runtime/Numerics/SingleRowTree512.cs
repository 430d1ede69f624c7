#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>16 registers of 16 floats.</summary>
internal readonly struct SingleRowTree512 : IRowTree<Vector512<float>>
{
    public int Rows => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Lower(int level, Vector512<float> left, Vector512<float> right) => level switch
    {
        0 => Vector512.ConditionalSelect(Vector512.Create(-1L, 0, -1, 0, -1, 0, -1, 0).AsSingle(), left, right),
        1 => Avx512F.Shuffle(left, right, 0b10_00_10_00),
        2 => Vector512.ConditionalSelect(Vector512.Create(-1L, -1, -1, -1, 0, 0, 0, 0).AsSingle(), left, right),
        _ => Avx512F.Shuffle4x128(left, right, 0b10_00_10_00),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Upper(int level, Vector512<float> left, Vector512<float> right) => level switch
    {
        0 => Avx512F.Shuffle(left.AsDouble(), right.AsDouble(), 0b01010101).AsSingle(),
        1 => Avx512F.Shuffle(left, right, 0b11_01_11_01),
        2 => Avx512F.Shuffle4x128(left, right, 0b01_00_11_10),
        _ => Avx512F.Shuffle4x128(left, right, 0b11_01_11_01),
    };
}
#endif
