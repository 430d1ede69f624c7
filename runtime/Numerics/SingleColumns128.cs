#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>4 columns of 4 rows of float.</summary>
internal readonly struct SingleColumns128 : IColumnBlock<float>
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
    public static void ToColumns(ref float rows, int size, Vector128<float> last, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d)
    {
        a = Row(ref rows, 0 * size);
        b = Row(ref rows, 1 * size);
        c = Row(ref rows, 2 * size);
        d = last;
        Transpose(ref a, ref b, ref c, ref d);
    }

    /// <inheritdoc cref="IColumnBlock{T}.ToRows"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ToRows(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, ref float rows, int size)
    {
        Transpose(ref a, ref b, ref c, ref d);
        a.StoreUnsafe(ref rows);
        b.StoreUnsafe(ref rows, (nuint)size);
        c.StoreUnsafe(ref rows, (nuint)(2 * size));
        return d;
    }

    /// <summary>Columns of rows of 2, which lie side by side in a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float source, out Vector128<float> a, out Vector128<float> b)
    {
        Vector128<float> rows = Vector128.LoadUnsafe(ref source);
        Vector128<float> more = Vector128.LoadUnsafe(ref source, 4);
        a = Even(rows, more);
        b = Odd(rows, more);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector128<float> a, Vector128<float> b, ref float destination)
    {
        Lower(a, b).StoreUnsafe(ref destination);
        Upper(a, b).StoreUnsafe(ref destination, 4);
    }

    /// <summary>Columns of rows of 4, which lie side by side in a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float source, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d)
    {
        a = Vector128.LoadUnsafe(ref source);
        b = Vector128.LoadUnsafe(ref source, 4);
        c = Vector128.LoadUnsafe(ref source, 8);
        d = Vector128.LoadUnsafe(ref source, 12);
        Transpose(ref a, ref b, ref c, ref d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, ref float destination)
    {
        Transpose(ref a, ref b, ref c, ref d);
        a.StoreUnsafe(ref destination);
        b.StoreUnsafe(ref destination, 4);
        c.StoreUnsafe(ref destination, 8);
        d.StoreUnsafe(ref destination, 12);
    }

    /// <summary>Columns of rows of 3, 4 of which fill three registers: each lane has one value of each column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float source, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c)
    {
        Vector128<float> rows = Vector128.LoadUnsafe(ref source);
        Vector128<float> more = Vector128.LoadUnsafe(ref source, 4);
        Vector128<float> last = Vector128.LoadUnsafe(ref source, 8);
        a = Vector128.Shuffle(Vector128.ConditionalSelect(Vector128.Create(0, -1, 0, 0).AsSingle(), last, Vector128.ConditionalSelect(Vector128.Create(0, 0, -1, 0).AsSingle(), more, rows)), Vector128.Create(0, 3, 2, 1));
        b = Vector128.Shuffle(Vector128.ConditionalSelect(Vector128.Create(0, 0, -1, 0).AsSingle(), last, Vector128.ConditionalSelect(Vector128.Create(-1, 0, 0, -1).AsSingle(), more, rows)), Vector128.Create(1, 0, 3, 2));
        c = Vector128.Shuffle(Vector128.ConditionalSelect(Vector128.Create(-1, 0, 0, -1).AsSingle(), last, Vector128.ConditionalSelect(Vector128.Create(0, -1, 0, 0).AsSingle(), more, rows)), Vector128.Create(2, 1, 0, 3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector128<float> a, Vector128<float> b, Vector128<float> c, ref float destination)
    {
        a = Vector128.Shuffle(a, Vector128.Create(0, 3, 2, 1));
        b = Vector128.Shuffle(b, Vector128.Create(1, 0, 3, 2));
        c = Vector128.Shuffle(c, Vector128.Create(2, 1, 0, 3));
        Vector128.ConditionalSelect(Vector128.Create(0, 0, -1, 0).AsSingle(), c, Vector128.ConditionalSelect(Vector128.Create(0, -1, 0, 0).AsSingle(), b, a)).StoreUnsafe(ref destination);
        Vector128.ConditionalSelect(Vector128.Create(0, -1, 0, 0).AsSingle(), c, Vector128.ConditionalSelect(Vector128.Create(-1, 0, 0, -1).AsSingle(), b, a)).StoreUnsafe(ref destination, 4);
        Vector128.ConditionalSelect(Vector128.Create(-1, 0, 0, -1).AsSingle(), c, Vector128.ConditionalSelect(Vector128.Create(0, 0, -1, 0).AsSingle(), b, a)).StoreUnsafe(ref destination, 8);
    }

    /// <summary>Columns of rows of 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float source, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d, out Vector128<float> e, out Vector128<float> f, out Vector128<float> g, out Vector128<float> h)
    {
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
    public static void StoreRows(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, Vector128<float> e, Vector128<float> f, Vector128<float> g, Vector128<float> h, ref float destination)
    {
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
    public static void Transpose(ref Vector128<float> a, ref Vector128<float> b, ref Vector128<float> c, ref Vector128<float> d)
    {
        Vector128<double> lowerAB = SingleColumns128.Lower(a, b).AsDouble();
        Vector128<double> upperAB = SingleColumns128.Upper(a, b).AsDouble();
        Vector128<double> lowerCD = SingleColumns128.Lower(c, d).AsDouble();
        Vector128<double> upperCD = SingleColumns128.Upper(c, d).AsDouble();

        a = DoubleColumns128.Lower(lowerAB, lowerCD).AsSingle();
        b = DoubleColumns128.Upper(lowerAB, lowerCD).AsSingle();
        c = DoubleColumns128.Lower(upperAB, upperCD).AsSingle();
        d = DoubleColumns128.Upper(upperAB, upperCD).AsSingle();
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Row(ref float rows, int offset) => Vector128.LoadUnsafe(ref rows, (nuint)offset);
}
#endif
