#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>4 registers of 4 doubles.</summary>
internal readonly struct DoubleRowTree256 : IRowTree<Vector256<double>>
{
    public int Rows => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Lower(int level, Vector256<double> left, Vector256<double> right) => level == 0
        ? Avx.Blend(left, right, 0b1010)
        : Avx.Blend(left, right, 0b1100);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Upper(int level, Vector256<double> left, Vector256<double> right) => level == 0
        ? Avx.Shuffle(left, right, 0b0101)
        : Avx.Permute2x128(left, right, 0x21);
}
#endif
