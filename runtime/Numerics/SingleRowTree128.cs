#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SoftKernels.Numerics;

/// <summary>4 registers of 4 floats.</summary>
internal readonly struct SingleRowTree128 : IRowTree<Vector128<float>>
{
    public int Rows => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Lower(int level, Vector128<float> left, Vector128<float> right) => level == 0
        ? SingleColumns128.Lower(left, right)
        : DoubleColumns128.Lower(left.AsDouble(), right.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Upper(int level, Vector128<float> left, Vector128<float> right) => level == 0
        ? SingleColumns128.Upper(left, right)
        : DoubleColumns128.Upper(left.AsDouble(), right.AsDouble()).AsSingle();
}
#endif
