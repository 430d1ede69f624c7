#if NET8_0_OR_GREATER
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>2 columns of 4 rows of double.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DoubleColumns256 : IColumnBlock<double>
{
    public int Rows => 4;

    public int Columns => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ToColumns(ref double rows, int size, Vector128<double> last, ref double columns)
    {
        ToColumns(ref rows, size, last, out Vector256<double> a, out Vector256<double> b);
        a.StoreUnsafe(ref columns);
        b.StoreUnsafe(ref columns, 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> ToRows(ref double columns, ref double rows, int size) =>
        ToRows(Vector256.LoadUnsafe(ref columns), Vector256.LoadUnsafe(ref columns, 4), ref rows, size);

    /// <inheritdoc cref="IColumnBlock{T}.ToColumns"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ToColumns(ref double rows, int size, Vector128<double> last, out Vector256<double> a, out Vector256<double> b)
    {
        Vector256<double> even = Row(ref rows, 0 * size).ToVector256Unsafe().WithUpper(Row(ref rows, 2 * size));
        Vector256<double> odd = Row(ref rows, 1 * size).ToVector256Unsafe().WithUpper(last);
        a = Avx.UnpackLow(even, odd);
        b = Avx.UnpackHigh(even, odd);
    }

    /// <inheritdoc cref="IColumnBlock{T}.ToRows"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ToRows(Vector256<double> a, Vector256<double> b, ref double rows, int size)
    {
        Vector256<double> first = Avx.UnpackLow(a, b);
        Vector256<double> second = Avx.UnpackHigh(a, b);

        first.GetLower().StoreUnsafe(ref rows);
        second.GetLower().StoreUnsafe(ref rows, (nuint)size);
        first.GetUpper().StoreUnsafe(ref rows, (nuint)(2 * size));
        return second.GetUpper();
    }

    /// <summary>Two columns of as many rows as a register has lanes, from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadColumns(ref double source, int index, int size, out Vector256<double> a, out Vector256<double> b)
    {
        source = ref Unsafe.Add(ref source, index);
        ToColumns(ref source, size, Columns<DoubleColumns256, double>.LoadLast(ref source, size), out a, out b);
    }

    /// <summary>Writes such columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreColumns(Vector256<double> a, Vector256<double> b, ref double destination, int index, int size)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Columns<DoubleColumns256, double>.StoreLast(ToRows(a, b, ref destination, size), ref destination, size);
    }

    /// <summary>Columns of rows of 2, which lie side by side in a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref double source, int index, out Vector256<double> a, out Vector256<double> b)
    {
        source = ref Unsafe.Add(ref source, index);
        Vector256<double> rows = Vector256.LoadUnsafe(ref source);
        Vector256<double> more = Vector256.LoadUnsafe(ref source, 4);
        a = Avx.UnpackLow(rows, more);
        b = Avx.UnpackHigh(rows, more);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector256<double> a, Vector256<double> b, ref double destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Avx.UnpackLow(a, b).StoreUnsafe(ref destination);
        Avx.UnpackHigh(a, b).StoreUnsafe(ref destination, 4);
    }

    /// <summary>Columns of rows of 3, 4 of which fill three registers: each lane has one value of each column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref double source, int index, out Vector256<double> a, out Vector256<double> b, out Vector256<double> c)
    {
        source = ref Unsafe.Add(ref source, index);
        Vector256<double> rows = Vector256.LoadUnsafe(ref source);
        Vector256<double> more = Vector256.LoadUnsafe(ref source, 4);
        Vector256<double> last = Vector256.LoadUnsafe(ref source, 8);
        a = Vector256.Shuffle(Avx.Blend(Avx.Blend(rows, more, 0b0100), last, 0b0010), Vector256.Create(0L, 3L, 2L, 1L));
        b = Vector256.Shuffle(Avx.Blend(Avx.Blend(rows, more, 0b1001), last, 0b0100), Vector256.Create(1L, 0L, 3L, 2L));
        c = Vector256.Shuffle(Avx.Blend(Avx.Blend(rows, more, 0b0010), last, 0b1001), Vector256.Create(2L, 1L, 0L, 3L));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector256<double> a, Vector256<double> b, Vector256<double> c, ref double destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        a = Vector256.Shuffle(a, Vector256.Create(0L, 3L, 2L, 1L));
        b = Vector256.Shuffle(b, Vector256.Create(1L, 0L, 3L, 2L));
        c = Vector256.Shuffle(c, Vector256.Create(2L, 1L, 0L, 3L));
        Avx.Blend(Avx.Blend(a, b, 0b0010), c, 0b0100).StoreUnsafe(ref destination);
        Avx.Blend(Avx.Blend(a, b, 0b1001), c, 0b0010).StoreUnsafe(ref destination, 4);
        Avx.Blend(Avx.Blend(a, b, 0b0100), c, 0b1001).StoreUnsafe(ref destination, 8);
    }

    /// <summary>Columns of rows of 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref double source, int index, out Vector256<double> a, out Vector256<double> b, out Vector256<double> c, out Vector256<double> d)
    {
        source = ref Unsafe.Add(ref source, index);
        LoadRows(ref source, 0, out Vector256<double> even, out Vector256<double> odd);
        LoadRows(ref source, 8, out Vector256<double> moreEven, out Vector256<double> moreOdd);
        a = Avx.Permute2x128(even, moreEven, 0x20);
        b = Avx.Permute2x128(odd, moreOdd, 0x20);
        c = Avx.Permute2x128(even, moreEven, 0x31);
        d = Avx.Permute2x128(odd, moreOdd, 0x31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d, ref double destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        StoreRows(Avx.Permute2x128(a, c, 0x20), Avx.Permute2x128(b, d, 0x20), ref destination, 0);
        StoreRows(Avx.Permute2x128(a, c, 0x31), Avx.Permute2x128(b, d, 0x31), ref destination, 8);
    }

    /// <summary>One value a row, which columns of rows of 2 have in another order, in the order of the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> InRowOrder(Vector256<double> values, int size) =>
        size == 2 ? Vector256.Shuffle(values, Vector256.Create(0L, 2L, 1L, 3L)) : values;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Row(ref double rows, int offset) => Vector128.LoadUnsafe(ref rows, (nuint)offset);
}
#endif
