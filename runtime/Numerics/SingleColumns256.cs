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
    public void ToColumns(ref float rows, int size, ref float columns)
    {
        Vector256<float> a = Vector256.Create(Row(ref rows, 0 * size), Row(ref rows, 4 * size));
        Vector256<float> b = Vector256.Create(Row(ref rows, 1 * size), Row(ref rows, 5 * size));
        Vector256<float> c = Vector256.Create(Row(ref rows, 2 * size), Row(ref rows, 6 * size));
        Vector256<float> d = Vector256.Create(Row(ref rows, 3 * size), Row(ref rows, 7 * size));

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
    public void ToRows(ref float columns, ref float rows, int size)
    {
        Vector256<float> a = Vector256.LoadUnsafe(ref columns);
        Vector256<float> b = Vector256.LoadUnsafe(ref columns, 8);
        Vector256<float> c = Vector256.LoadUnsafe(ref columns, 16);
        Vector256<float> d = Vector256.LoadUnsafe(ref columns, 24);

        Vector256<double> lowerAB = Avx.UnpackLow(a, b).AsDouble();
        Vector256<double> upperAB = Avx.UnpackHigh(a, b).AsDouble();
        Vector256<double> lowerCD = Avx.UnpackLow(c, d).AsDouble();
        Vector256<double> upperCD = Avx.UnpackHigh(c, d).AsDouble();

        Scatter(Avx.UnpackLow(lowerAB, lowerCD).AsSingle(), ref rows, 4 * size);
        Scatter(Avx.UnpackHigh(lowerAB, lowerCD).AsSingle(), ref Unsafe.Add(ref rows, 1 * size), 4 * size);
        Scatter(Avx.UnpackLow(upperAB, upperCD).AsSingle(), ref Unsafe.Add(ref rows, 2 * size), 4 * size);
        Scatter(Avx.UnpackHigh(upperAB, upperCD).AsSingle(), ref Unsafe.Add(ref rows, 3 * size), 4 * size);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Row(ref float rows, int offset) => Vector128.LoadUnsafe(ref rows, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scatter(Vector256<float> registers, ref float rows, int step)
    {
        registers.GetLower().StoreUnsafe(ref rows);
        registers.GetUpper().StoreUnsafe(ref rows, (nuint)step);
    }
}
#endif
