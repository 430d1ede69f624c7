#if NET8_0_OR_GREATER
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>4 columns of 8 rows of float.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SingleColumns256 : IColumnBlock<float>
{
    public int Rows => 8;

    public int Columns => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ToColumns(ref float rows, int size, Vector128<float> last, ref float columns)
    {
        ToColumns(ref rows, size, last, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c, out Vector256<float> d);
        a.StoreUnsafe(ref columns);
        b.StoreUnsafe(ref columns, 8);
        c.StoreUnsafe(ref columns, 16);
        d.StoreUnsafe(ref columns, 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> ToRows(ref float columns, ref float rows, int size) => ToRows(
        Vector256.LoadUnsafe(ref columns),
        Vector256.LoadUnsafe(ref columns, 8),
        Vector256.LoadUnsafe(ref columns, 16),
        Vector256.LoadUnsafe(ref columns, 24),
        ref rows,
        size);

    /// <inheritdoc cref="IColumnBlock{T}.ToColumns"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ToColumns(ref float rows, int size, Vector128<float> last, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c, out Vector256<float> d)
    {
        a = Row(ref rows, 0 * size).ToVector256Unsafe().WithUpper(Row(ref rows, 4 * size));
        b = Row(ref rows, 1 * size).ToVector256Unsafe().WithUpper(Row(ref rows, 5 * size));
        c = Row(ref rows, 2 * size).ToVector256Unsafe().WithUpper(Row(ref rows, 6 * size));
        d = Row(ref rows, 3 * size).ToVector256Unsafe().WithUpper(last);
        Transpose(ref a, ref b, ref c, ref d);
    }

    /// <inheritdoc cref="IColumnBlock{T}.ToRows"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ToRows(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, ref float rows, int size)
    {
        Transpose(ref a, ref b, ref c, ref d);
        a.GetLower().StoreUnsafe(ref rows);
        b.GetLower().StoreUnsafe(ref rows, (nuint)size);
        c.GetLower().StoreUnsafe(ref rows, (nuint)(2 * size));
        d.GetLower().StoreUnsafe(ref rows, (nuint)(3 * size));
        a.GetUpper().StoreUnsafe(ref rows, (nuint)(4 * size));
        b.GetUpper().StoreUnsafe(ref rows, (nuint)(5 * size));
        c.GetUpper().StoreUnsafe(ref rows, (nuint)(6 * size));
        return d.GetUpper();
    }

    /// <summary>Four columns of as many rows as a register has lanes, from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadColumns(ref float source, int index, int size, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c, out Vector256<float> d)
    {
        source = ref Unsafe.Add(ref source, index);
        ToColumns(ref source, size, Columns<SingleColumns256, float>.LoadLast(ref source, size), out a, out b, out c, out d);
    }

    /// <summary>Writes such columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreColumns(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, ref float destination, int index, int size)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Columns<SingleColumns256, float>.StoreLast(ToRows(a, b, c, d, ref destination, size), ref destination, size);
    }

    /// <summary>Columns of rows of 2, which lie side by side in a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref float source, int index, out Vector256<float> a, out Vector256<float> b)
    {
        source = ref Unsafe.Add(ref source, index);
        Vector256<float> rows = Vector256.LoadUnsafe(ref source);
        Vector256<float> more = Vector256.LoadUnsafe(ref source, 8);
        a = Avx.Shuffle(rows, more, 0b10_00_10_00);
        b = Avx.Shuffle(rows, more, 0b11_01_11_01);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector256<float> a, Vector256<float> b, ref float destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Avx.UnpackLow(a, b).StoreUnsafe(ref destination);
        Avx.UnpackHigh(a, b).StoreUnsafe(ref destination, 8);
    }

    /// <summary>Columns of rows of 4, which lie side by side in a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref float source, int index, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c, out Vector256<float> d)
    {
        source = ref Unsafe.Add(ref source, index);
        a = Vector256.LoadUnsafe(ref source);
        b = Vector256.LoadUnsafe(ref source, 8);
        c = Vector256.LoadUnsafe(ref source, 16);
        d = Vector256.LoadUnsafe(ref source, 24);
        Transpose(ref a, ref b, ref c, ref d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, ref float destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Transpose(ref a, ref b, ref c, ref d);
        a.StoreUnsafe(ref destination);
        b.StoreUnsafe(ref destination, 8);
        c.StoreUnsafe(ref destination, 16);
        d.StoreUnsafe(ref destination, 24);
    }

    /// <summary>Columns of rows of 3, 8 of which fill three registers: each lane has one value of each column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref float source, int index, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c)
    {
        source = ref Unsafe.Add(ref source, index);
        Vector256<float> rows = Vector256.LoadUnsafe(ref source);
        Vector256<float> more = Vector256.LoadUnsafe(ref source, 8);
        Vector256<float> last = Vector256.LoadUnsafe(ref source, 16);
        a = Vector256.Shuffle(Avx.Blend(Avx.Blend(rows, more, 0b10010010), last, 0b00100100), Vector256.Create(0, 3, 6, 1, 4, 7, 2, 5));
        b = Vector256.Shuffle(Avx.Blend(Avx.Blend(rows, more, 0b00100100), last, 0b01001001), Vector256.Create(1, 4, 7, 2, 5, 0, 3, 6));
        c = Vector256.Shuffle(Avx.Blend(Avx.Blend(rows, more, 0b01001001), last, 0b10010010), Vector256.Create(2, 5, 0, 3, 6, 1, 4, 7));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector256<float> a, Vector256<float> b, Vector256<float> c, ref float destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        a = Vector256.Shuffle(a, Vector256.Create(0, 3, 6, 1, 4, 7, 2, 5));
        b = Vector256.Shuffle(b, Vector256.Create(5, 0, 3, 6, 1, 4, 7, 2));
        c = Vector256.Shuffle(c, Vector256.Create(2, 5, 0, 3, 6, 1, 4, 7));
        Avx.Blend(Avx.Blend(a, b, 0b10010010), c, 0b00100100).StoreUnsafe(ref destination);
        Avx.Blend(Avx.Blend(a, b, 0b00100100), c, 0b01001001).StoreUnsafe(ref destination, 8);
        Avx.Blend(Avx.Blend(a, b, 0b01001001), c, 0b10010010).StoreUnsafe(ref destination, 16);
    }

    /// <summary>Columns of rows of 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref float source, int index, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c, out Vector256<float> d, out Vector256<float> e, out Vector256<float> f, out Vector256<float> g, out Vector256<float> h)
    {
        source = ref Unsafe.Add(ref source, index);
        Vector256<float> r0 = Vector256.LoadUnsafe(ref source);
        Vector256<float> r1 = Vector256.LoadUnsafe(ref source, 8);
        Vector256<float> r2 = Vector256.LoadUnsafe(ref source, 16);
        Vector256<float> r3 = Vector256.LoadUnsafe(ref source, 24);
        Vector256<float> r4 = Vector256.LoadUnsafe(ref source, 32);
        Vector256<float> r5 = Vector256.LoadUnsafe(ref source, 40);
        Vector256<float> r6 = Vector256.LoadUnsafe(ref source, 48);
        Vector256<float> r7 = Vector256.LoadUnsafe(ref source, 56);
        Transpose(ref r0, ref r1, ref r2, ref r3);
        Transpose(ref r4, ref r5, ref r6, ref r7);
        a = Avx.Permute2x128(r0, r4, 0x20);
        e = Avx.Permute2x128(r0, r4, 0x31);
        b = Avx.Permute2x128(r1, r5, 0x20);
        f = Avx.Permute2x128(r1, r5, 0x31);
        c = Avx.Permute2x128(r2, r6, 0x20);
        g = Avx.Permute2x128(r2, r6, 0x31);
        d = Avx.Permute2x128(r3, r7, 0x20);
        h = Avx.Permute2x128(r3, r7, 0x31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, Vector256<float> e, Vector256<float> f, Vector256<float> g, Vector256<float> h, ref float destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Vector256<float> r0 = Avx.Permute2x128(a, e, 0x20);
        Vector256<float> r4 = Avx.Permute2x128(a, e, 0x31);
        Vector256<float> r1 = Avx.Permute2x128(b, f, 0x20);
        Vector256<float> r5 = Avx.Permute2x128(b, f, 0x31);
        Vector256<float> r2 = Avx.Permute2x128(c, g, 0x20);
        Vector256<float> r6 = Avx.Permute2x128(c, g, 0x31);
        Vector256<float> r3 = Avx.Permute2x128(d, h, 0x20);
        Vector256<float> r7 = Avx.Permute2x128(d, h, 0x31);
        Transpose(ref r0, ref r1, ref r2, ref r3);
        Transpose(ref r4, ref r5, ref r6, ref r7);
        r0.StoreUnsafe(ref destination);
        r1.StoreUnsafe(ref destination, 8);
        r2.StoreUnsafe(ref destination, 16);
        r3.StoreUnsafe(ref destination, 24);
        r4.StoreUnsafe(ref destination, 32);
        r5.StoreUnsafe(ref destination, 40);
        r6.StoreUnsafe(ref destination, 48);
        r7.StoreUnsafe(ref destination, 56);
    }

    /// <summary>One value a row, which columns of rows of 2 or 4 have in another order, in the order of the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> InRowOrder(Vector256<float> values, int size) => size switch
    {
        2 => Vector256.Shuffle(values, Vector256.Create(0, 1, 4, 5, 2, 3, 6, 7)),
        4 => Vector256.Shuffle(values, Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)),
        _ => values,
    };

    /// <summary>4 by 4 values, within each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Transpose(ref Vector256<float> a, ref Vector256<float> b, ref Vector256<float> c, ref Vector256<float> d)
    {
        Vector256<double> lowerAB = Avx.UnpackLow(a, b).AsDouble();
        Vector256<double> upperAB = Avx.UnpackHigh(a, b).AsDouble();
        Vector256<double> lowerCD = Avx.UnpackLow(c, d).AsDouble();
        Vector256<double> upperCD = Avx.UnpackHigh(c, d).AsDouble();

        a = Avx.UnpackLow(lowerAB, lowerCD).AsSingle();
        b = Avx.UnpackHigh(lowerAB, lowerCD).AsSingle();
        c = Avx.UnpackLow(upperAB, upperCD).AsSingle();
        d = Avx.UnpackHigh(upperAB, upperCD).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Row(ref float rows, int offset) => Vector128.LoadUnsafe(ref rows, (nuint)offset);
}
#endif
