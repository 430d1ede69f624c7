#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>2 columns of 2 rows of double.</summary>
internal readonly struct DoubleColumns128 : IColumnBlock<double>
{
    public int Rows => 2;

    public int Columns => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ToColumns(ref double rows, int size, Vector128<double> last, ref double columns)
    {
        Vector128<double> a = Row(ref rows, 0 * size);
        Vector128<double> b = last;

        DoubleColumns128.Lower(a, b).StoreUnsafe(ref columns);
        DoubleColumns128.Upper(a, b).StoreUnsafe(ref columns, 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> ToRows(ref double columns, ref double rows, int size)
    {
        Vector128<double> a = Vector128.LoadUnsafe(ref columns);
        Vector128<double> b = Vector128.LoadUnsafe(ref columns, 2);

        Vector128<double> first = DoubleColumns128.Lower(a, b);
        Vector128<double> second = DoubleColumns128.Upper(a, b);

        first.StoreUnsafe(ref rows);
        return second;
    }

    /// <summary>The lower halves of both, interleaved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<double> Lower(Vector128<double> left, Vector128<double> right)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.UnpackLow(left, right);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(left, right) : Vector128.Create(left[0], right[0]);
    }

    /// <summary>The upper halves of both, interleaved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<double> Upper(Vector128<double> left, Vector128<double> right)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.UnpackHigh(left, right);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(left, right) : Vector128.Create(left[1], right[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Row(ref double rows, int offset) => Vector128.LoadUnsafe(ref rows, (nuint)offset);
}
#endif
