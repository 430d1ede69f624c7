#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>4 columns of 8 rows of float.</summary>
internal readonly struct SingleColumns256 : IColumnBlock<float>
{
    public int Rows => 8;

    public int Columns => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ToColumns(ref float rows, int size, Vector128<float> last, ref float columns)
    {
        Vector256<float> a = Vector256.Create(Row(ref rows, 0 * size), Row(ref rows, 4 * size));
        Vector256<float> b = Vector256.Create(Row(ref rows, 1 * size), Row(ref rows, 5 * size));
        Vector256<float> c = Vector256.Create(Row(ref rows, 2 * size), Row(ref rows, 6 * size));
        Vector256<float> d = Vector256.Create(Row(ref rows, 3 * size), last);

        Vector256<double> lowerAB = Avx.UnpackLow(a, b).AsDouble();
        Vector256<double> upperAB = Avx.UnpackHigh(a, b).AsDouble();
        Vector256<double> lowerCD = Avx.UnpackLow(c, d).AsDouble();
        Vector256<double> upperCD = Avx.UnpackHigh(c, d).AsDouble();

        Avx.UnpackLow(lowerAB, lowerCD).AsSingle().StoreUnsafe(ref columns);
        Avx.UnpackHigh(lowerAB, lowerCD).AsSingle().StoreUnsafe(ref columns, 8);
        Avx.UnpackLow(upperAB, upperCD).AsSingle().StoreUnsafe(ref columns, 16);
        Avx.UnpackHigh(upperAB, upperCD).AsSingle().StoreUnsafe(ref columns, 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> ToRows(ref float columns, ref float rows, int size)
    {
        Vector256<float> a = Vector256.LoadUnsafe(ref columns);
        Vector256<float> b = Vector256.LoadUnsafe(ref columns, 8);
        Vector256<float> c = Vector256.LoadUnsafe(ref columns, 16);
        Vector256<float> d = Vector256.LoadUnsafe(ref columns, 24);

        Vector256<double> lowerAB = Avx.UnpackLow(a, b).AsDouble();
        Vector256<double> upperAB = Avx.UnpackHigh(a, b).AsDouble();
        Vector256<double> lowerCD = Avx.UnpackLow(c, d).AsDouble();
        Vector256<double> upperCD = Avx.UnpackHigh(c, d).AsDouble();

        a = Avx.UnpackLow(lowerAB, lowerCD).AsSingle();
        b = Avx.UnpackHigh(lowerAB, lowerCD).AsSingle();
        c = Avx.UnpackLow(upperAB, upperCD).AsSingle();
        d = Avx.UnpackHigh(upperAB, upperCD).AsSingle();

        a.GetLower().StoreUnsafe(ref rows);
        b.GetLower().StoreUnsafe(ref rows, (nuint)size);
        c.GetLower().StoreUnsafe(ref rows, (nuint)(2 * size));
        d.GetLower().StoreUnsafe(ref rows, (nuint)(3 * size));
        a.GetUpper().StoreUnsafe(ref rows, (nuint)(4 * size));
        b.GetUpper().StoreUnsafe(ref rows, (nuint)(5 * size));
        c.GetUpper().StoreUnsafe(ref rows, (nuint)(6 * size));
        return d.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Row(ref float rows, int offset) => Vector128.LoadUnsafe(ref rows, (nuint)offset);
}
#endif
