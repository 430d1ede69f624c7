#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>
/// Pairs of blocks, 8 columns of 16 rows of float: half as many loads and stores as by blocks of 4, of twice their width. No row
/// reaches into the next one, so the last one needs no care.
/// </summary>
internal static class SingleColumnPairs512
{
    private const int Columns = 8;
    private const int Rows = 16;

    /// <summary>Turns rows into columns, as many as there are pairs; how many that is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Load(ref float source, int size, ref float columns) => ArePairsFaster(size) ? LoadPairs(ref source, size, ref columns) : 0;

    /// <summary>Turns columns into rows again, as many as there are pairs; how many that is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Store(ref float columns, int size, ref float destination) => ArePairsFaster(size) ? StorePairs(ref columns, size, ref destination) : 0;

    /// <summary>
    /// A pair and what it leaves go by blocks alone: softmax of 9 to 12 floats gains nothing by pairs, of 13 to 15 4 %, and the first call
    /// would compile two methods more. Of 16 it gains 13 %, of 20 7 %, of 24 12 %.
    /// </summary>
    private static bool ArePairsFaster(int size) => size == Columns || size >= 2 * Columns;

    [MethodImpl(KernelOptions.Optimized)]
    private static int LoadPairs(ref float source, int size, ref float columns)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        int column = 0;
        for (; column + Columns <= size; column += Columns)
        {
            ref float rows = ref Unsafe.Add(ref source, column);
            ref float block = ref Unsafe.Add(ref columns, column * Rows);
            Vector512<float> a = Join(ref rows, 0, size);
            Vector512<float> b = Join(ref rows, 1, size);
            Vector512<float> c = Join(ref rows, 2, size);
            Vector512<float> d = Join(ref rows, 3, size);
            SingleColumns512.Transpose(ref a, ref b, ref c, ref d);
            Vector512<float> e = Join(ref rows, 8, size);
            Vector512<float> f = Join(ref rows, 9, size);
            Vector512<float> g = Join(ref rows, 10, size);
            Vector512<float> h = Join(ref rows, 11, size);
            SingleColumns512.Transpose(ref e, ref f, ref g, ref h);
            StoreColumns(a, e, ref block, 0);
            StoreColumns(b, f, ref block, 1);
            StoreColumns(c, g, ref block, 2);
            StoreColumns(d, h, ref block, 3);
        }

        return column;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static int StorePairs(ref float columns, int size, ref float destination)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        int column = 0;
        for (; column + Columns <= size; column += Columns)
        {
            ref float rows = ref Unsafe.Add(ref destination, column);
            ref float block = ref Unsafe.Add(ref columns, column * Rows);
            LoadColumns(ref block, 0, out Vector512<float> a, out Vector512<float> e);
            LoadColumns(ref block, 1, out Vector512<float> b, out Vector512<float> f);
            LoadColumns(ref block, 2, out Vector512<float> c, out Vector512<float> g);
            LoadColumns(ref block, 3, out Vector512<float> d, out Vector512<float> h);
            SingleColumns512.Transpose(ref a, ref b, ref c, ref d);
            Split(a, ref rows, 0, size);
            Split(b, ref rows, 1, size);
            Split(c, ref rows, 2, size);
            Split(d, ref rows, 3, size);
            SingleColumns512.Transpose(ref e, ref f, ref g, ref h);
            Split(e, ref rows, 8, size);
            Split(f, ref rows, 9, size);
            Split(g, ref rows, 10, size);
            Split(h, ref rows, 11, size);
        }

        return column;
    }

    /// <summary>A row, and the one 4 rows on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Join(ref float rows, int row, int size) =>
        Vector256.LoadUnsafe(ref rows, (nuint)(row * size)).ToVector512Unsafe().WithUpper(Vector256.LoadUnsafe(ref rows, (nuint)((row + 4) * size)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Split(Vector512<float> pair, ref float rows, int row, int size)
    {
        pair.GetLower().StoreUnsafe(ref rows, (nuint)(row * size));
        pair.GetUpper().StoreUnsafe(ref rows, (nuint)((row + 4) * size));
    }

    /// <summary>Stores a column of each block, whose rows 0 to 7 and 8 to 15 the two registers hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreColumns(Vector512<float> lower, Vector512<float> upper, ref float block, int column)
    {
        Avx512F.Shuffle4x128(lower, upper, 0b10_00_10_00).StoreUnsafe(ref block, (nuint)(column * Rows));
        Avx512F.Shuffle4x128(lower, upper, 0b11_01_11_01).StoreUnsafe(ref block, (nuint)((column + 4) * Rows));
    }

    /// <summary>What <see cref="StoreColumns"/> has stored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadColumns(ref float block, int column, out Vector512<float> lower, out Vector512<float> upper)
    {
        Vector512<double> left = Vector512.LoadUnsafe(ref block, (nuint)(column * Rows)).AsDouble();
        Vector512<double> right = Vector512.LoadUnsafe(ref block, (nuint)((column + 4) * Rows)).AsDouble();
        lower = Avx512F.PermuteVar8x64x2(left, Vector512.Create(0L, 1, 8, 9, 2, 3, 10, 11), right).AsSingle();
        upper = Avx512F.PermuteVar8x64x2(left, Vector512.Create(4L, 5, 12, 13, 6, 7, 14, 15), right).AsSingle();
    }
}
#endif
