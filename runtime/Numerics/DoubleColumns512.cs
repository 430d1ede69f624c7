#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>2 columns of 8 rows of double.</summary>
internal readonly struct DoubleColumns512 : IColumnBlock<double>
{
    public int Rows => 8;

    public int Columns => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ToColumns(ref double rows, int size, ref double columns)
    {
        Vector512<double> a = Vector512.Create(
            Vector256.Create(Row(ref rows, 0 * size), Row(ref rows, 2 * size)),
            Vector256.Create(Row(ref rows, 4 * size), Row(ref rows, 6 * size)));
        Vector512<double> b = Vector512.Create(
            Vector256.Create(Row(ref rows, 1 * size), Row(ref rows, 3 * size)),
            Vector256.Create(Row(ref rows, 5 * size), Row(ref rows, 7 * size)));

        Avx512F.UnpackLow(a, b).StoreUnsafe(ref columns);
        Avx512F.UnpackHigh(a, b).StoreUnsafe(ref columns, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ToRows(ref double columns, ref double rows, int size)
    {
        Vector512<double> a = Vector512.LoadUnsafe(ref columns);
        Vector512<double> b = Vector512.LoadUnsafe(ref columns, 8);

        Scatter(Avx512F.UnpackLow(a, b), ref rows, 2 * size);
        Scatter(Avx512F.UnpackHigh(a, b), ref Unsafe.Add(ref rows, 1 * size), 2 * size);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Row(ref double rows, int offset) => Vector128.LoadUnsafe(ref rows, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scatter(Vector512<double> registers, ref double rows, int step)
    {
        registers.GetLower().GetLower().StoreUnsafe(ref rows);
        registers.GetLower().GetUpper().StoreUnsafe(ref rows, (nuint)step);
        registers.GetUpper().GetLower().StoreUnsafe(ref rows, 2 * (nuint)step);
        registers.GetUpper().GetUpper().StoreUnsafe(ref rows, 3 * (nuint)step);
    }
}
#endif
