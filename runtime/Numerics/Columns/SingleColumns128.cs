#if NET8_0_OR_GREATER
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>4 columns of 4 rows of float.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SingleColumns128 : IColumnBlock<float>
{
    public int Rows => 4;

    public int Columns => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ToColumns(ref float rows, int size, Vector128<float> last, ref float columns)
    {
        ToColumns(ref rows, size, last, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d);
        a.StoreUnsafe(ref columns);
        b.StoreUnsafe(ref columns, 4);
        c.StoreUnsafe(ref columns, 8);
        d.StoreUnsafe(ref columns, 12);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> ToRows(ref float columns, ref float rows, int size) => ToRows(
        Vector128.LoadUnsafe(ref columns),
        Vector128.LoadUnsafe(ref columns, 4),
        Vector128.LoadUnsafe(ref columns, 8),
        Vector128.LoadUnsafe(ref columns, 12),
        ref rows,
        size);

    /// <inheritdoc cref="IColumnBlock{T}.ToColumns"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ToColumns(ref float rows, int size, Vector128<float> last, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d)
    {
        a = Row(ref rows, 0 * size);
        b = Row(ref rows, 1 * size);
        c = Row(ref rows, 2 * size);
        d = last;
        Transpose(ref a, ref b, ref c, ref d);
    }

    /// <inheritdoc cref="IColumnBlock{T}.ToRows"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ToRows(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, ref float rows, int size)
    {
        Transpose(ref a, ref b, ref c, ref d);
        a.StoreUnsafe(ref rows);
        b.StoreUnsafe(ref rows, (nuint)size);
        c.StoreUnsafe(ref rows, (nuint)(2 * size));
        return d;
    }

    /// <summary>Four columns of as many rows as a register has lanes, from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadColumns(ref float source, int index, int size, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d)
    {
        source = ref Unsafe.Add(ref source, index);
        ToColumns(ref source, size, Columns<SingleColumns128, float>.LoadLast(ref source, size), out a, out b, out c, out d);
    }

    /// <summary>Writes such columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreColumns(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, ref float destination, int index, int size)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Columns<SingleColumns128, float>.StoreLast(ToRows(a, b, c, d, ref destination, size), ref destination, size);
    }

    /// <summary>Columns of rows of 2, which lie side by side in a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref float source, int index, out Vector128<float> a, out Vector128<float> b)
    {
        source = ref Unsafe.Add(ref source, index);
        Vector128<float> rows = Vector128.LoadUnsafe(ref source);
        Vector128<float> more = Vector128.LoadUnsafe(ref source, 4);
        a = Even(rows, more);
        b = Odd(rows, more);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector128<float> a, Vector128<float> b, ref float destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Lower(a, b).StoreUnsafe(ref destination);
        Upper(a, b).StoreUnsafe(ref destination, 4);
    }

    /// <summary>Columns of rows of 4, which lie side by side in a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref float source, int index, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d)
    {
        source = ref Unsafe.Add(ref source, index);
        a = Vector128.LoadUnsafe(ref source);
        b = Vector128.LoadUnsafe(ref source, 4);
        c = Vector128.LoadUnsafe(ref source, 8);
        d = Vector128.LoadUnsafe(ref source, 12);
        Transpose(ref a, ref b, ref c, ref d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, ref float destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Transpose(ref a, ref b, ref c, ref d);
        a.StoreUnsafe(ref destination);
        b.StoreUnsafe(ref destination, 4);
        c.StoreUnsafe(ref destination, 8);
        d.StoreUnsafe(ref destination, 12);
    }

    /// <summary>Columns of rows of 3, 4 of which fill three registers: each lane has one value of each column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref float source, int index, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c)
    {
        source = ref Unsafe.Add(ref source, index);
        Vector128<float> rows = Vector128.LoadUnsafe(ref source);
        Vector128<float> more = Vector128.LoadUnsafe(ref source, 4);
        Vector128<float> last = Vector128.LoadUnsafe(ref source, 8);
        a = Vector128.Shuffle(Vector128.ConditionalSelect(Vector128.Create(0, -1, 0, 0).AsSingle(), last, Vector128.ConditionalSelect(Vector128.Create(0, 0, -1, 0).AsSingle(), more, rows)), Vector128.Create(0, 3, 2, 1));
        b = Vector128.Shuffle(Vector128.ConditionalSelect(Vector128.Create(0, 0, -1, 0).AsSingle(), last, Vector128.ConditionalSelect(Vector128.Create(-1, 0, 0, -1).AsSingle(), more, rows)), Vector128.Create(1, 0, 3, 2));
        c = Vector128.Shuffle(Vector128.ConditionalSelect(Vector128.Create(-1, 0, 0, -1).AsSingle(), last, Vector128.ConditionalSelect(Vector128.Create(0, -1, 0, 0).AsSingle(), more, rows)), Vector128.Create(2, 1, 0, 3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector128<float> a, Vector128<float> b, Vector128<float> c, ref float destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        a = Vector128.Shuffle(a, Vector128.Create(0, 3, 2, 1));
        b = Vector128.Shuffle(b, Vector128.Create(1, 0, 3, 2));
        c = Vector128.Shuffle(c, Vector128.Create(2, 1, 0, 3));
        Vector128.ConditionalSelect(Vector128.Create(0, 0, -1, 0).AsSingle(), c, Vector128.ConditionalSelect(Vector128.Create(0, -1, 0, 0).AsSingle(), b, a)).StoreUnsafe(ref destination);
        Vector128.ConditionalSelect(Vector128.Create(0, -1, 0, 0).AsSingle(), c, Vector128.ConditionalSelect(Vector128.Create(-1, 0, 0, -1).AsSingle(), b, a)).StoreUnsafe(ref destination, 4);
        Vector128.ConditionalSelect(Vector128.Create(-1, 0, 0, -1).AsSingle(), c, Vector128.ConditionalSelect(Vector128.Create(0, 0, -1, 0).AsSingle(), b, a)).StoreUnsafe(ref destination, 8);
    }

    /// <summary>Columns of rows of 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadRows(ref float source, int index, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d, out Vector128<float> e, out Vector128<float> f, out Vector128<float> g, out Vector128<float> h)
    {
        source = ref Unsafe.Add(ref source, index);
        a = Vector128.LoadUnsafe(ref source);
        e = Vector128.LoadUnsafe(ref source, 4);
        b = Vector128.LoadUnsafe(ref source, 8);
        f = Vector128.LoadUnsafe(ref source, 12);
        c = Vector128.LoadUnsafe(ref source, 16);
        g = Vector128.LoadUnsafe(ref source, 20);
        d = Vector128.LoadUnsafe(ref source, 24);
        h = Vector128.LoadUnsafe(ref source, 28);
        Transpose(ref a, ref b, ref c, ref d);
        Transpose(ref e, ref f, ref g, ref h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRows(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, Vector128<float> e, Vector128<float> f, Vector128<float> g, Vector128<float> h, ref float destination, int index)
    {
        destination = ref Unsafe.Add(ref destination, index);
        Transpose(ref a, ref b, ref c, ref d);
        Transpose(ref e, ref f, ref g, ref h);
        a.StoreUnsafe(ref destination);
        e.StoreUnsafe(ref destination, 4);
        b.StoreUnsafe(ref destination, 8);
        f.StoreUnsafe(ref destination, 12);
        c.StoreUnsafe(ref destination, 16);
        g.StoreUnsafe(ref destination, 20);
        d.StoreUnsafe(ref destination, 24);
        h.StoreUnsafe(ref destination, 28);
    }

    /// <summary>4 by 4 values, within each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Transpose(ref Vector128<float> a, ref Vector128<float> b, ref Vector128<float> c, ref Vector128<float> d)
    {
        Vector128<double> lowerAB = SingleColumns128.Lower(a, b).AsDouble();
        Vector128<double> upperAB = SingleColumns128.Upper(a, b).AsDouble();
        Vector128<double> lowerCD = SingleColumns128.Lower(c, d).AsDouble();
        Vector128<double> upperCD = SingleColumns128.Upper(c, d).AsDouble();

        a = Lower(lowerAB, lowerCD).AsSingle();
        b = Upper(lowerAB, lowerCD).AsSingle();
        c = Lower(upperAB, upperCD).AsSingle();
        d = Upper(upperAB, upperCD).AsSingle();
    }

    /// <summary>The lower halves of both, interleaved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Lower(Vector128<float> left, Vector128<float> right)
    {
        if (Sse.IsSupported)
        {
            return Sse.UnpackLow(left, right);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(left, right) : Vector128.Create(left[0], right[0], left[1], right[1]);
    }

    /// <summary>The upper halves of both, interleaved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Upper(Vector128<float> left, Vector128<float> right)
    {
        if (Sse.IsSupported)
        {
            return Sse.UnpackHigh(left, right);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(left, right) : Vector128.Create(left[2], right[2], left[3], right[3]);
    }

    /// <summary>The lanes of both that have even numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Even(Vector128<float> left, Vector128<float> right)
    {
        if (Sse.IsSupported)
        {
            return Sse.Shuffle(left, right, 0b10_00_10_00);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.UnzipEven(left, right) : Vector128.Create(left[0], left[2], right[0], right[2]);
    }

    /// <summary>The lanes of both that have odd numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Odd(Vector128<float> left, Vector128<float> right)
    {
        if (Sse.IsSupported)
        {
            return Sse.Shuffle(left, right, 0b11_01_11_01);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.UnzipOdd(left, right) : Vector128.Create(left[1], left[3], right[1], right[3]);
    }

    /// <summary>One value a row, in the order of the rows: these columns have no other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> InRowOrder(Vector128<float> values, int size) => values;

    /// <summary>The lower halves of both, interleaved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Lower(Vector128<double> left, Vector128<double> right)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.UnpackLow(left, right);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(left, right) : Vector128.Create(left[0], right[0]);
    }

    /// <summary>The upper halves of both, interleaved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Upper(Vector128<double> left, Vector128<double> right)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.UnpackHigh(left, right);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(left, right) : Vector128.Create(left[1], right[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Row(ref float rows, int offset) => Vector128.LoadUnsafe(ref rows, (nuint)offset);
}
#endif
