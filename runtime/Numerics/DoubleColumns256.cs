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
    public void ToColumns(ref double rows, int size, Vector128<double> last, ref double columns)
    {
        Vector256<double> a = Vector256.Create(Row(ref rows, 0 * size), Row(ref rows, 2 * size));
        Vector256<double> b = Vector256.Create(Row(ref rows, 1 * size), last);

        Avx.UnpackLow(a, b).StoreUnsafe(ref columns);
        Avx.UnpackHigh(a, b).StoreUnsafe(ref columns, 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> ToRows(ref double columns, ref double rows, int size)
    {
        Vector256<double> a = Vector256.LoadUnsafe(ref columns);
        Vector256<double> b = Vector256.LoadUnsafe(ref columns, 4);

        Vector256<double> first = Avx.UnpackLow(a, b);
        Vector256<double> second = Avx.UnpackHigh(a, b);

        first.GetLower().StoreUnsafe(ref rows);
        second.GetLower().StoreUnsafe(ref rows, (nuint)size);
        first.GetUpper().StoreUnsafe(ref rows, (nuint)(2 * size));
        return second.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Row(ref double rows, int offset) => Vector128.LoadUnsafe(ref rows, (nuint)offset);
}
#endif
