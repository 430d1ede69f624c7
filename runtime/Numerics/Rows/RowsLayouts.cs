namespace SoftKernels.Numerics;

/// <summary>Which layout rows take: every threshold, and what it is from (docs/performance.md, "Where unrolling ends").</summary>
internal static class RowsLayouts
{
    /// <summary>
    /// What blocks do not take goes row by row. Softmax, floats at 256 bits without multiply-add, ns a row: N = 64 88 across lanes and 83 together,
    /// 100 127 row by row and 126 together: at 128 bits, rows go across lanes up to here, and never together.
    /// </summary>
    public const int MostWeightsAcrossLanes = 64;

    /// <summary>
    /// Operations that take a logarithm gain more, since it is taken of all those rows at once: log-sum-exp, floats at 256 bits, N = 64
    /// 52 ns a row across lanes and 107 row by row.
    /// </summary>
    public const int MostWeightsForLogarithmsAcrossLanes = 256;

    /// <summary>Operations that weigh nothing gain less: argmax, N = 16 2.5 against 5.3 (512 bits), 64 10.5 against 6.2.</summary>
    public const int MostUnweighedValuesAcrossLanes = 16;

    /// <summary>
    /// A lane of an exact sum holds so many floats' weights, and a block of such rows, with its results, fills the first cache. At 256 floats, ns a
    /// row together against row by row: 84 and 95 (512 bits), 105 and 115 (256 bits); 256 doubles 236 and 254, 305 and 322.
    /// </summary>
    public const int MostWeightsTogether = 256;

    /// <summary>Maximum, floats, ns a row together against row by row: N = 32 2.1 and 2.5 (512 bits), 2.0 and 2.8 (256 bits); 64 3.2 and 3.1, 3.2 and 3.5; 256 10.4 and 10.0.</summary>
    public const int MostUnweighedValuesTogether = 32;

    /// <summary>At 128 bits four rows share what two would gain.</summary>
    public const int NarrowestTogether = 256;

    /// <summary>
    /// From here on a row and its results are beyond the caches, and exponentials cost less than memory. Floats at 512 bits, ns a value, waiting weights
    /// against weights taken twice: 2^20 0.91 and 0.86, 2^22 1.36 and 0.86 (0.82 where the results' memory is in a cache before), 2^24 1.76 and 1.27, 2^25 1.76 and 1.22.
    /// </summary>
    public const int FewestWeightsTakenTwice = 1 << 22;

    /// <summary>
    /// Across lanes a row costs in proportion to its values; together, in proportion to its registers, idle lanes and all, and something for the
    /// row and the block. Softmax, ns a row across lanes against together: floats at 512 bits N = 16 9.7 and 9.8, 24 12.9 and 14.5, 32 16.7 and 14.2,
    /// 48 24.4 and 19.6, 64 32.0 and 24.4; at 256 bits 12 8.7 and 11.0, 16 10.3 and 10.0, 24 14.7 and 13.4, 64 35.7 and 29.0; doubles
    /// 16 21.0 and 21.0, 24 30.4 and 28.2, 64 79 and 65 (512 bits), 8 16.1 and 22.0, 16 28.2 and 25.9, 64 98 and 85 (256 bits). Log-softmax
    /// and log-sum-exp, floats at 512 bits: 32 23.7 and 22.4, 19.4 and 20.4; 128 83 and 67, 67 and 60.
    /// </summary>
    public static bool AreWeightsFasterTogether(int size, int lanes)
    {
        int registers = (size + lanes - 1) / lanes;
        return size <= MostWeightsTogether && 10 * size > (((7 * registers) + 2) * lanes) + 32;
    }
}
