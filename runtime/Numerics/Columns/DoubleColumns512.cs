#if NET8_0_OR_GREATER
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>2 columns of 8 rows of double.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DoubleColumns512 : IColumnBlock<double>
{
    public int Rows => 8;

    public int Columns => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ToColumns(ref double rows, int size, Vector128<double> last, ref double columns)
    {
        ToColumns(ref rows, size, last, out Vector512<double> a, out Vector512<double> b);
        a.StoreUnsafe(ref columns);
        b.StoreUnsafe(ref columns, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> ToRows(ref double columns, ref double rows, int size) =>
        ToRows(Vector512.LoadUnsafe(ref columns), Vector512.LoadUnsafe(ref columns, 8), ref rows, size);

    /// <inheritdoc cref="IColumnBlock{T}.ToColumns"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ToColumns(ref double rows, int size, Vector128<double> last, out Vector512<double> a, out Vector512<double> b)
    {
        Vector512<double> even = Join(Row(ref rows, 0 * size), Row(ref rows, 2 * size), Row(ref rows, 4 * size), Row(ref rows, 6 * size));
        Vector512<double> odd = Join(Row(ref rows, 1 * size), Row(ref rows, 3 * size), Row(ref rows, 5 * size), last);
        a = Avx512F.UnpackLow(even, odd);
        b = Avx512F.UnpackHigh(even, odd);
    }

    /// <inheritdoc cref="IColumnBlock{T}.ToRows"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ToRows(Vector512<double> a, Vector512<double> b, ref double rows, int size)
    {
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

    /// <summary>Two columns of as many rows as a register has lanes, from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadColumns(ref double source, int index, int size, out Vector512<double> a, out Vector512<double> b)
    {
        source = ref Unsafe.Add(ref source, index);
        ToColumns(ref source, size, Columns<DoubleColumns512, double>.LoadLast(ref source, size), out a, out b);
    }

    /// <summary>Writes such columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreColumns(Vector512<double> a, Vector512<double> b, ref double destination, int index, int size)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Columns<DoubleColumns512, double>.StoreLast(ToRows(a, b, ref destination, size), ref destination, size);
    }

    /// <summary>Columns of rows of 2, which lie side by side in a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref double source, int index, out Vector512<double> a, out Vector512<double> b)
    {
        source = ref Unsafe.Add(ref source, index);
        Vector512<double> rows = Vector512.LoadUnsafe(ref source);
        Vector512<double> more = Vector512.LoadUnsafe(ref source, 8);
        a = Avx512F.UnpackLow(rows, more);
        b = Avx512F.UnpackHigh(rows, more);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector512<double> a, Vector512<double> b, ref double destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Avx512F.UnpackLow(a, b).StoreUnsafe(ref destination);
        Avx512F.UnpackHigh(a, b).StoreUnsafe(ref destination, 8);
    }

    /// <summary>Columns of rows of 3, 8 of which fill three registers: each lane has one value of each column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref double source, int index, out Vector512<double> a, out Vector512<double> b, out Vector512<double> c)
    {
        source = ref Unsafe.Add(ref source, index);
        Vector512<double> rows = Vector512.LoadUnsafe(ref source);
        Vector512<double> more = Vector512.LoadUnsafe(ref source, 8);
        Vector512<double> last = Vector512.LoadUnsafe(ref source, 16);
        a = Avx512F.PermuteVar8x64x2(Avx512F.PermuteVar8x64x2(rows, Vector512.Create(0L, 3L, 6L, 9L, 12L, 15L, 0L, 0L), more), Vector512.Create(0L, 1L, 2L, 3L, 4L, 5L, 10L, 13L), last);
        b = Avx512F.PermuteVar8x64x2(Avx512F.PermuteVar8x64x2(rows, Vector512.Create(1L, 4L, 7L, 10L, 13L, 0L, 0L, 0L), more), Vector512.Create(0L, 1L, 2L, 3L, 4L, 8L, 11L, 14L), last);
        c = Avx512F.PermuteVar8x64x2(Avx512F.PermuteVar8x64x2(rows, Vector512.Create(2L, 5L, 8L, 11L, 14L, 0L, 0L, 0L), more), Vector512.Create(0L, 1L, 2L, 3L, 4L, 9L, 12L, 15L), last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector512<double> a, Vector512<double> b, Vector512<double> c, ref double destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Avx512F.PermuteVar8x64x2(Avx512F.PermuteVar8x64x2(a, Vector512.Create(0L, 8L, 0L, 1L, 9L, 0L, 2L, 10L), b), Vector512.Create(0L, 1L, 8L, 3L, 4L, 9L, 6L, 7L), c).StoreUnsafe(ref destination);
        Avx512F.PermuteVar8x64x2(Avx512F.PermuteVar8x64x2(a, Vector512.Create(0L, 3L, 11L, 0L, 4L, 12L, 0L, 5L), b), Vector512.Create(10L, 1L, 2L, 11L, 4L, 5L, 12L, 7L), c).StoreUnsafe(ref destination, 8);
        Avx512F.PermuteVar8x64x2(Avx512F.PermuteVar8x64x2(a, Vector512.Create(13L, 0L, 6L, 14L, 0L, 7L, 15L, 0L), b), Vector512.Create(0L, 13L, 2L, 3L, 14L, 5L, 6L, 15L), c).StoreUnsafe(ref destination, 16);
    }

    /// <summary>Columns of rows of 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref double source, int index, out Vector512<double> a, out Vector512<double> b, out Vector512<double> c, out Vector512<double> d)
    {
        source = ref Unsafe.Add(ref source, index);
        LoadRows(ref source, 0, out Vector512<double> even, out Vector512<double> odd);
        LoadRows(ref source, 16, out Vector512<double> moreEven, out Vector512<double> moreOdd);
        a = Avx512F.Shuffle4x128(even, moreEven, 0b10_00_10_00);
        b = Avx512F.Shuffle4x128(odd, moreOdd, 0b10_00_10_00);
        c = Avx512F.Shuffle4x128(even, moreEven, 0b11_01_11_01);
        d = Avx512F.Shuffle4x128(odd, moreOdd, 0b11_01_11_01);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d, ref double destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Vector512<long> lower = Vector512.Create(0L, 1L, 8L, 9L, 2L, 3L, 10L, 11L);
        Vector512<long> upper = Vector512.Create(4L, 5L, 12L, 13L, 6L, 7L, 14L, 15L);
        StoreRows(Avx512F.PermuteVar8x64x2(a, lower, c), Avx512F.PermuteVar8x64x2(b, lower, d), ref destination, 0);
        StoreRows(Avx512F.PermuteVar8x64x2(a, upper, c), Avx512F.PermuteVar8x64x2(b, upper, d), ref destination, 16);
    }

    /// <summary>One value a row, which columns of rows of 2 or 4 have in another order, in the order of the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> InRowOrder(Vector512<double> values, int size) => size switch
    {
        2 => Vector512.Shuffle(values, Vector512.Create(0L, 2L, 4L, 6L, 1L, 3L, 5L, 7L)),
        3 => values,
        _ => Vector512.Shuffle(values, Vector512.Create(0L, 2L, 1L, 3L, 4L, 6L, 5L, 7L)),
    };

    /// <remarks>What <c>Create</c> would clear first is overwritten.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Join(Vector128<double> a, Vector128<double> b, Vector128<double> c, Vector128<double> d) =>
        a.ToVector256Unsafe().WithUpper(b).ToVector512Unsafe().WithUpper(c.ToVector256Unsafe().WithUpper(d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Row(ref double rows, int offset) => Vector128.LoadUnsafe(ref rows, (nuint)offset);
}
#endif
