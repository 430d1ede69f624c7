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
    public void ToColumns(ref double rows, int size, Vector128<double> last, ref double columns)
    {
        Vector512<double> a = Vector512.Create(
            Vector256.Create(Row(ref rows, 0 * size), Row(ref rows, 2 * size)),
            Vector256.Create(Row(ref rows, 4 * size), Row(ref rows, 6 * size)));
        Vector512<double> b = Vector512.Create(
            Vector256.Create(Row(ref rows, 1 * size), Row(ref rows, 3 * size)),
            Vector256.Create(Row(ref rows, 5 * size), last));

        Avx512F.UnpackLow(a, b).StoreUnsafe(ref columns);
        Avx512F.UnpackHigh(a, b).StoreUnsafe(ref columns, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> ToRows(ref double columns, ref double rows, int size)
    {
        Vector512<double> a = Vector512.LoadUnsafe(ref columns);
        Vector512<double> b = Vector512.LoadUnsafe(ref columns, 8);

        Vector512<double> first = Avx512F.UnpackLow(a, b);
        Vector512<double> second = Avx512F.UnpackHigh(a, b);

        first.GetLower().GetLower().StoreUnsafe(ref rows);
        second.GetLower().GetLower().StoreUnsafe(ref rows, (nuint)size);
        first.GetLower().GetUpper().StoreUnsafe(ref rows, (nuint)(2 * size));
        second.GetLower().GetUpper().StoreUnsafe(ref rows, (nuint)(3 * size));
        first.GetUpper().GetLower().StoreUnsafe(ref rows, (nuint)(4 * size));
        second.GetUpper().GetLower().StoreUnsafe(ref rows, (nuint)(5 * size));
        first.GetUpper().GetUpper().StoreUnsafe(ref rows, (nuint)(6 * size));
        return second.GetUpper().GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Row(ref double rows, int offset) => Vector128.LoadUnsafe(ref rows, (nuint)offset);
}
#endif
