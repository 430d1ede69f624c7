#if NET8_0_OR_GREATER
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>4 columns of 16 rows of float.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SingleColumns512 : IColumnBlock<float>
{
    public int Rows => 16;

    public int Columns => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ToColumns(ref float rows, int size, Vector128<float> last, ref float columns)
    {
        ToColumns(ref rows, size, last, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c, out Vector512<float> d);
        a.StoreUnsafe(ref columns);
        b.StoreUnsafe(ref columns, 16);
        c.StoreUnsafe(ref columns, 32);
        d.StoreUnsafe(ref columns, 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> ToRows(ref float columns, ref float rows, int size) => ToRows(
        Vector512.LoadUnsafe(ref columns),
        Vector512.LoadUnsafe(ref columns, 16),
        Vector512.LoadUnsafe(ref columns, 32),
        Vector512.LoadUnsafe(ref columns, 48),
        ref rows,
        size);

    /// <inheritdoc cref="IColumnBlock{T}.ToColumns"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ToColumns(ref float rows, int size, Vector128<float> last, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c, out Vector512<float> d)
    {
        a = Join(Row(ref rows, 0 * size), Row(ref rows, 4 * size), Row(ref rows, 8 * size), Row(ref rows, 12 * size));
        b = Join(Row(ref rows, 1 * size), Row(ref rows, 5 * size), Row(ref rows, 9 * size), Row(ref rows, 13 * size));
        c = Join(Row(ref rows, 2 * size), Row(ref rows, 6 * size), Row(ref rows, 10 * size), Row(ref rows, 14 * size));
        d = Join(Row(ref rows, 3 * size), Row(ref rows, 7 * size), Row(ref rows, 11 * size), last);
        Transpose(ref a, ref b, ref c, ref d);
    }

    /// <inheritdoc cref="IColumnBlock{T}.ToRows"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ToRows(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, ref float rows, int size)
    {
        Transpose(ref a, ref b, ref c, ref d);
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

    /// <summary>Four columns of as many rows as a register has lanes, from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadColumns(ref float source, int index, int size, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c, out Vector512<float> d)
    {
        source = ref Unsafe.Add(ref source, index);
        ToColumns(ref source, size, Columns<SingleColumns512, float>.LoadLast(ref source, size), out a, out b, out c, out d);
    }

    /// <summary>Writes such columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreColumns(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, ref float destination, int index, int size)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Columns<SingleColumns512, float>.StoreLast(ToRows(a, b, c, d, ref destination, size), ref destination, size);
    }

    /// <summary>Columns of rows of 2, which lie side by side in a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref float source, int index, out Vector512<float> a, out Vector512<float> b)
    {
        source = ref Unsafe.Add(ref source, index);
        Vector512<float> rows = Vector512.LoadUnsafe(ref source);
        Vector512<float> more = Vector512.LoadUnsafe(ref source, 16);
        a = Avx512F.Shuffle(rows, more, 0b10_00_10_00);
        b = Avx512F.Shuffle(rows, more, 0b11_01_11_01);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector512<float> a, Vector512<float> b, ref float destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Avx512F.UnpackLow(a, b).StoreUnsafe(ref destination);
        Avx512F.UnpackHigh(a, b).StoreUnsafe(ref destination, 16);
    }

    /// <summary>Columns of rows of 4, which lie side by side in a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref float source, int index, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c, out Vector512<float> d)
    {
        source = ref Unsafe.Add(ref source, index);
        a = Vector512.LoadUnsafe(ref source);
        b = Vector512.LoadUnsafe(ref source, 16);
        c = Vector512.LoadUnsafe(ref source, 32);
        d = Vector512.LoadUnsafe(ref source, 48);
        Transpose(ref a, ref b, ref c, ref d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, ref float destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Transpose(ref a, ref b, ref c, ref d);
        a.StoreUnsafe(ref destination);
        b.StoreUnsafe(ref destination, 16);
        c.StoreUnsafe(ref destination, 32);
        d.StoreUnsafe(ref destination, 48);
    }

    /// <summary>Columns of rows of 3, 16 of which fill three registers: each lane has one value of each column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref float source, int index, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c)
    {
        source = ref Unsafe.Add(ref source, index);
        Vector512<float> rows = Vector512.LoadUnsafe(ref source);
        Vector512<float> more = Vector512.LoadUnsafe(ref source, 16);
        Vector512<float> last = Vector512.LoadUnsafe(ref source, 32);
        a = Avx512F.PermuteVar16x32x2(Avx512F.PermuteVar16x32x2(rows, Vector512.Create(0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 0, 0, 0, 0, 0), more), Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 20, 23, 26, 29), last);
        b = Avx512F.PermuteVar16x32x2(Avx512F.PermuteVar16x32x2(rows, Vector512.Create(1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 0, 0, 0, 0, 0), more), Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 21, 24, 27, 30), last);
        c = Avx512F.PermuteVar16x32x2(Avx512F.PermuteVar16x32x2(rows, Vector512.Create(2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 0, 0, 0, 0, 0, 0), more), Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 19, 22, 25, 28, 31), last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector512<float> a, Vector512<float> b, Vector512<float> c, ref float destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Avx512F.PermuteVar16x32x2(Avx512F.PermuteVar16x32x2(a, Vector512.Create(0, 16, 0, 1, 17, 0, 2, 18, 0, 3, 19, 0, 4, 20, 0, 5), b), Vector512.Create(0, 1, 16, 3, 4, 17, 6, 7, 18, 9, 10, 19, 12, 13, 20, 15), c).StoreUnsafe(ref destination);
        Avx512F.PermuteVar16x32x2(Avx512F.PermuteVar16x32x2(a, Vector512.Create(21, 0, 6, 22, 0, 7, 23, 0, 8, 24, 0, 9, 25, 0, 10, 26), b), Vector512.Create(0, 21, 2, 3, 22, 5, 6, 23, 8, 9, 24, 11, 12, 25, 14, 15), c).StoreUnsafe(ref destination, 16);
        Avx512F.PermuteVar16x32x2(Avx512F.PermuteVar16x32x2(a, Vector512.Create(0, 11, 27, 0, 12, 28, 0, 13, 29, 0, 14, 30, 0, 15, 31, 0), b), Vector512.Create(26, 1, 2, 27, 4, 5, 28, 7, 8, 29, 10, 11, 30, 13, 14, 31), c).StoreUnsafe(ref destination, 32);
    }

    /// <summary>Columns of rows of 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref float source, int index, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c, out Vector512<float> d, out Vector512<float> e, out Vector512<float> f, out Vector512<float> g, out Vector512<float> h)
    {
        source = ref Unsafe.Add(ref source, index);
        Vector512<float> r0 = Vector512.LoadUnsafe(ref source);
        Vector512<float> r1 = Vector512.LoadUnsafe(ref source, 16);
        Vector512<float> r2 = Vector512.LoadUnsafe(ref source, 32);
        Vector512<float> r3 = Vector512.LoadUnsafe(ref source, 48);
        Vector512<float> r4 = Vector512.LoadUnsafe(ref source, 64);
        Vector512<float> r5 = Vector512.LoadUnsafe(ref source, 80);
        Vector512<float> r6 = Vector512.LoadUnsafe(ref source, 96);
        Vector512<float> r7 = Vector512.LoadUnsafe(ref source, 112);
        Transpose(ref r0, ref r1, ref r2, ref r3);
        Transpose(ref r4, ref r5, ref r6, ref r7);
        a = Avx512F.Shuffle4x128(r0, r4, 0b10_00_10_00);
        e = Avx512F.Shuffle4x128(r0, r4, 0b11_01_11_01);
        b = Avx512F.Shuffle4x128(r1, r5, 0b10_00_10_00);
        f = Avx512F.Shuffle4x128(r1, r5, 0b11_01_11_01);
        c = Avx512F.Shuffle4x128(r2, r6, 0b10_00_10_00);
        g = Avx512F.Shuffle4x128(r2, r6, 0b11_01_11_01);
        d = Avx512F.Shuffle4x128(r3, r7, 0b10_00_10_00);
        h = Avx512F.Shuffle4x128(r3, r7, 0b11_01_11_01);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, Vector512<float> e, Vector512<float> f, Vector512<float> g, Vector512<float> h, ref float destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Vector512<long> lower = Vector512.Create(0L, 1L, 8L, 9L, 2L, 3L, 10L, 11L);
        Vector512<long> upper = Vector512.Create(4L, 5L, 12L, 13L, 6L, 7L, 14L, 15L);
        Vector512<float> r0 = Avx512F.PermuteVar8x64x2(a.AsDouble(), lower, e.AsDouble()).AsSingle();
        Vector512<float> r4 = Avx512F.PermuteVar8x64x2(a.AsDouble(), upper, e.AsDouble()).AsSingle();
        Vector512<float> r1 = Avx512F.PermuteVar8x64x2(b.AsDouble(), lower, f.AsDouble()).AsSingle();
        Vector512<float> r5 = Avx512F.PermuteVar8x64x2(b.AsDouble(), upper, f.AsDouble()).AsSingle();
        Vector512<float> r2 = Avx512F.PermuteVar8x64x2(c.AsDouble(), lower, g.AsDouble()).AsSingle();
        Vector512<float> r6 = Avx512F.PermuteVar8x64x2(c.AsDouble(), upper, g.AsDouble()).AsSingle();
        Vector512<float> r3 = Avx512F.PermuteVar8x64x2(d.AsDouble(), lower, h.AsDouble()).AsSingle();
        Vector512<float> r7 = Avx512F.PermuteVar8x64x2(d.AsDouble(), upper, h.AsDouble()).AsSingle();
        Transpose(ref r0, ref r1, ref r2, ref r3);
        Transpose(ref r4, ref r5, ref r6, ref r7);
        r0.StoreUnsafe(ref destination);
        r1.StoreUnsafe(ref destination, 16);
        r2.StoreUnsafe(ref destination, 32);
        r3.StoreUnsafe(ref destination, 48);
        r4.StoreUnsafe(ref destination, 64);
        r5.StoreUnsafe(ref destination, 80);
        r6.StoreUnsafe(ref destination, 96);
        r7.StoreUnsafe(ref destination, 112);
    }

    /// <summary>One value a row, which columns of rows of 2, 4 or 8 have in another order, in the order of the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> InRowOrder(Vector512<float> values, int size) => size switch
    {
        2 => Vector512.Shuffle(values, Vector512.Create(0, 1, 4, 5, 8, 9, 12, 13, 2, 3, 6, 7, 10, 11, 14, 15)),
        3 => values,
        4 => Vector512.Shuffle(values, Vector512.Create(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15)),
        _ => Vector512.Shuffle(values, Vector512.Create(0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15)),
    };

    /// <summary>4 by 4 values, within each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Transpose(ref Vector512<float> a, ref Vector512<float> b, ref Vector512<float> c, ref Vector512<float> d)
    {
        Vector512<double> lowerAB = Avx512F.UnpackLow(a, b).AsDouble();
        Vector512<double> upperAB = Avx512F.UnpackHigh(a, b).AsDouble();
        Vector512<double> lowerCD = Avx512F.UnpackLow(c, d).AsDouble();
        Vector512<double> upperCD = Avx512F.UnpackHigh(c, d).AsDouble();

        a = Avx512F.UnpackLow(lowerAB, lowerCD).AsSingle();
        b = Avx512F.UnpackHigh(lowerAB, lowerCD).AsSingle();
        c = Avx512F.UnpackLow(upperAB, upperCD).AsSingle();
        d = Avx512F.UnpackHigh(upperAB, upperCD).AsSingle();
    }

    /// <remarks>What <c>Create</c> would clear first is overwritten.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Join(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d) =>
        a.ToVector256Unsafe().WithUpper(b).ToVector512Unsafe().WithUpper(c.ToVector256Unsafe().WithUpper(d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Row(ref float rows, int offset) => Vector128.LoadUnsafe(ref rows, (nuint)offset);
}
#endif
