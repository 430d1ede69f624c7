#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>4 columns of 16 rows of float.</summary>
internal readonly struct SingleColumns512 : IColumnBlock<float>
{
    public int Rows => 16;

    public int Columns => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ToColumns(ref float rows, int size, Vector128<float> last, ref float columns)
    {
        Vector512<float> a = Vector512.Create(
            Vector256.Create(Row(ref rows, 0 * size), Row(ref rows, 4 * size)),
            Vector256.Create(Row(ref rows, 8 * size), Row(ref rows, 12 * size)));
        Vector512<float> b = Vector512.Create(
            Vector256.Create(Row(ref rows, 1 * size), Row(ref rows, 5 * size)),
            Vector256.Create(Row(ref rows, 9 * size), Row(ref rows, 13 * size)));
        Vector512<float> c = Vector512.Create(
            Vector256.Create(Row(ref rows, 2 * size), Row(ref rows, 6 * size)),
            Vector256.Create(Row(ref rows, 10 * size), Row(ref rows, 14 * size)));
        Vector512<float> d = Vector512.Create(
            Vector256.Create(Row(ref rows, 3 * size), Row(ref rows, 7 * size)),
            Vector256.Create(Row(ref rows, 11 * size), last));

        Vector512<double> lowerAB = Avx512F.UnpackLow(a, b).AsDouble();
        Vector512<double> upperAB = Avx512F.UnpackHigh(a, b).AsDouble();
        Vector512<double> lowerCD = Avx512F.UnpackLow(c, d).AsDouble();
        Vector512<double> upperCD = Avx512F.UnpackHigh(c, d).AsDouble();

        Avx512F.UnpackLow(lowerAB, lowerCD).AsSingle().StoreUnsafe(ref columns);
        Avx512F.UnpackHigh(lowerAB, lowerCD).AsSingle().StoreUnsafe(ref columns, 16);
        Avx512F.UnpackLow(upperAB, upperCD).AsSingle().StoreUnsafe(ref columns, 32);
        Avx512F.UnpackHigh(upperAB, upperCD).AsSingle().StoreUnsafe(ref columns, 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> ToRows(ref float columns, ref float rows, int size)
    {
        Vector512<float> a = Vector512.LoadUnsafe(ref columns);
        Vector512<float> b = Vector512.LoadUnsafe(ref columns, 16);
        Vector512<float> c = Vector512.LoadUnsafe(ref columns, 32);
        Vector512<float> d = Vector512.LoadUnsafe(ref columns, 48);

        Vector512<double> lowerAB = Avx512F.UnpackLow(a, b).AsDouble();
        Vector512<double> upperAB = Avx512F.UnpackHigh(a, b).AsDouble();
        Vector512<double> lowerCD = Avx512F.UnpackLow(c, d).AsDouble();
        Vector512<double> upperCD = Avx512F.UnpackHigh(c, d).AsDouble();

        a = Avx512F.UnpackLow(lowerAB, lowerCD).AsSingle();
        b = Avx512F.UnpackHigh(lowerAB, lowerCD).AsSingle();
        c = Avx512F.UnpackLow(upperAB, upperCD).AsSingle();
        d = Avx512F.UnpackHigh(upperAB, upperCD).AsSingle();

        a.GetLower().GetLower().StoreUnsafe(ref rows);
        b.GetLower().GetLower().StoreUnsafe(ref rows, (nuint)size);
        c.GetLower().GetLower().StoreUnsafe(ref rows, (nuint)(2 * size));
        d.GetLower().GetLower().StoreUnsafe(ref rows, (nuint)(3 * size));
        a.GetLower().GetUpper().StoreUnsafe(ref rows, (nuint)(4 * size));
        b.GetLower().GetUpper().StoreUnsafe(ref rows, (nuint)(5 * size));
        c.GetLower().GetUpper().StoreUnsafe(ref rows, (nuint)(6 * size));
        d.GetLower().GetUpper().StoreUnsafe(ref rows, (nuint)(7 * size));
        a.GetUpper().GetLower().StoreUnsafe(ref rows, (nuint)(8 * size));
        b.GetUpper().GetLower().StoreUnsafe(ref rows, (nuint)(9 * size));
        c.GetUpper().GetLower().StoreUnsafe(ref rows, (nuint)(10 * size));
        d.GetUpper().GetLower().StoreUnsafe(ref rows, (nuint)(11 * size));
        a.GetUpper().GetUpper().StoreUnsafe(ref rows, (nuint)(12 * size));
        b.GetUpper().GetUpper().StoreUnsafe(ref rows, (nuint)(13 * size));
        c.GetUpper().GetUpper().StoreUnsafe(ref rows, (nuint)(14 * size));
        return d.GetUpper().GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Row(ref float rows, int offset) => Vector128.LoadUnsafe(ref rows, (nuint)offset);
}
#endif
