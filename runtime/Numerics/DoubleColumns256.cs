#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>2 columns of 4 rows of double.</summary>
internal readonly struct DoubleColumns256 : IColumnBlock<double>
{
    public int Rows => 4;

    public int Columns => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ToColumns(ref double rows, int size, ref double columns)
    {
        Vector256<double> a = Vector256.Create(Row(ref rows, 0 * size), Row(ref rows, 2 * size));
        Vector256<double> b = Vector256.Create(Row(ref rows, 1 * size), Row(ref rows, 3 * size));

        Avx.UnpackLow(a, b).StoreUnsafe(ref columns);
        Avx.UnpackHigh(a, b).StoreUnsafe(ref columns, 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ToRows(ref double columns, ref double rows, int size)
    {
        Vector256<double> a = Vector256.LoadUnsafe(ref columns);
        Vector256<double> b = Vector256.LoadUnsafe(ref columns, 4);

        Scatter(Avx.UnpackLow(a, b), ref rows, 2 * size);
        Scatter(Avx.UnpackHigh(a, b), ref Unsafe.Add(ref rows, 1 * size), 2 * size);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Row(ref double rows, int offset) => Vector128.LoadUnsafe(ref rows, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scatter(Vector256<double> registers, ref double rows, int step)
    {
        registers.GetLower().StoreUnsafe(ref rows);
        registers.GetUpper().StoreUnsafe(ref rows, (nuint)step);
    }
}
#endif
