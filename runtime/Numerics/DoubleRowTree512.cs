#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>8 registers of 8 doubles.</summary>
internal readonly struct DoubleRowTree512 : IRowTree<Vector512<double>>
{
    public int Rows => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Lower(int level, Vector512<double> left, Vector512<double> right) => level switch
    {
        0 => Vector512.ConditionalSelect(Vector512.Create(-1L, 0, -1, 0, -1, 0, -1, 0).AsDouble(), left, right),
        1 => Vector512.ConditionalSelect(Vector512.Create(-1L, -1, -1, -1, 0, 0, 0, 0).AsDouble(), left, right),
        _ => Avx512F.Shuffle4x128(left, right, 0b10_00_10_00),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Upper(int level, Vector512<double> left, Vector512<double> right) => level switch
    {
        0 => Avx512F.Shuffle(left, right, 0b01010101),
        1 => Avx512F.Shuffle4x128(left, right, 0b01_00_11_10),
        _ => Avx512F.Shuffle4x128(left, right, 0b11_01_11_01),
    };
}
#endif
