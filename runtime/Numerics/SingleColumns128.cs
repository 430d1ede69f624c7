#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>4 columns of 4 rows of float.</summary>
internal readonly struct SingleColumns128 : IColumnBlock<float>
{
    public int Rows => 4;

    public int Columns => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ToColumns(ref float rows, int size, Vector128<float> last, ref float columns)
    {
        Vector128<float> a = Row(ref rows, 0 * size);
        Vector128<float> b = Row(ref rows, 1 * size);
        Vector128<float> c = Row(ref rows, 2 * size);
        Vector128<float> d = last;

        Vector128<double> lowerAB = SingleColumns128.Lower(a, b).AsDouble();
        Vector128<double> upperAB = SingleColumns128.Upper(a, b).AsDouble();
        Vector128<double> lowerCD = SingleColumns128.Lower(c, d).AsDouble();
        Vector128<double> upperCD = SingleColumns128.Upper(c, d).AsDouble();

        DoubleColumns128.Lower(lowerAB, lowerCD).AsSingle().StoreUnsafe(ref columns);
        DoubleColumns128.Upper(lowerAB, lowerCD).AsSingle().StoreUnsafe(ref columns, 4);
        DoubleColumns128.Lower(upperAB, upperCD).AsSingle().StoreUnsafe(ref columns, 8);
        DoubleColumns128.Upper(upperAB, upperCD).AsSingle().StoreUnsafe(ref columns, 12);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> ToRows(ref float columns, ref float rows, int size)
    {
        Vector128<float> a = Vector128.LoadUnsafe(ref columns);
        Vector128<float> b = Vector128.LoadUnsafe(ref columns, 4);
        Vector128<float> c = Vector128.LoadUnsafe(ref columns, 8);
        Vector128<float> d = Vector128.LoadUnsafe(ref columns, 12);

        Vector128<double> lowerAB = SingleColumns128.Lower(a, b).AsDouble();
        Vector128<double> upperAB = SingleColumns128.Upper(a, b).AsDouble();
        Vector128<double> lowerCD = SingleColumns128.Lower(c, d).AsDouble();
        Vector128<double> upperCD = SingleColumns128.Upper(c, d).AsDouble();

        a = DoubleColumns128.Lower(lowerAB, lowerCD).AsSingle();
        b = DoubleColumns128.Upper(lowerAB, lowerCD).AsSingle();
        c = DoubleColumns128.Lower(upperAB, upperCD).AsSingle();
        d = DoubleColumns128.Upper(upperAB, upperCD).AsSingle();

        a.StoreUnsafe(ref rows);
        b.StoreUnsafe(ref rows, (nuint)size);
        c.StoreUnsafe(ref rows, (nuint)(2 * size));
        return d;
    }

    /// <summary>The lower halves of both, interleaved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Lower(Vector128<float> left, Vector128<float> right)
    {
        if (Sse.IsSupported)
        {
            return Sse.UnpackLow(left, right);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(left, right) : Vector128.Create(left[0], right[0], left[1], right[1]);
    }

    /// <summary>The upper halves of both, interleaved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Upper(Vector128<float> left, Vector128<float> right)
    {
        if (Sse.IsSupported)
        {
            return Sse.UnpackHigh(left, right);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(left, right) : Vector128.Create(left[2], right[2], left[3], right[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Row(ref float rows, int offset) => Vector128.LoadUnsafe(ref rows, (nuint)offset);
}
#endif
