using System.Collections.Generic;
using System.Linq;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Layouts;

/// <summary>Decides how a row lies in registers, for each register width. All thresholds stand here.</summary>
internal static class LayoutChooser
{
    /// <summary>Widest first: the first that the hardware has is taken.</summary>
    private static readonly int[] s_widths = [512, 256, 128];

    /// <summary>
    /// A row of more registers than this goes in loops. Unrolled, softmax of 64 floats at 256 bits gained 6 % on loops, and of 48 floats
    /// 14 %; the longest source of a size is 5 % longer with 8 than with 4. With 12 registers and more the JIT's inlining budget runs out and helpers
    /// become calls (96 floats at 256 bits: 129 ns a row against 62).
    /// </summary>
    private const int MostRegistersAtOnce = 6;

    /// <summary>
    /// A row that fills more than half of a register is loaded as halves that overlap: 5 floats in 256 bits 10.0 ns against 14.2 in two
    /// registers of 128. At 512 bits nothing is gained: 10 floats 14.2 against 14.1 in two of 256.
    /// </summary>
    private const int WidestRegisterInHalves = 256;

    /// <summary>What the lanes of an exact sum can count. The fallback, which counts in turns, takes longer rows: it is blocked too.</summary>
    private const int MostRegistersOfBlocks = 256;

    /// <summary>
    /// Rows methods take rows of up to this many values across lanes. Softmax, floats at 512 bits, ns a row across lanes against row by
    /// row: N = 16 7 against 20, 32 13 against 18, 64 26 against 24 to 30, 96 39 against 31; at 256 bits 16 11 against 23, 64 40 against
    /// 41, 128 80 against 77.
    /// </summary>
    private const int MostWeightsAcrossLanes = 64;

    /// <summary>
    /// Recipes that take a logarithm gain more, since it is taken of all those rows at once: log-sum-exp, floats, N = 64 26 against 82
    /// (512 bits), 41 against 107 (256 bits).
    /// </summary>
    private const int MostWeightsForLogarithmsAcrossLanes = 256;

    /// <summary>Recipes that weigh nothing gain less: argmax, N = 16 2.5 against 5.3 (512 bits), 64 10.5 against 6.2.</summary>
    private const int MostUnweighedValuesAcrossLanes = 16;

    /// <summary>
    /// Rows of up to this many values stay in registers as columns: softmax, floats at 512 bits, N = 2 1.3 ns a row against 2.6 through
    /// memory, 4 2.1 against 3.6, 8 4.3 against 5.0. With 12 columns the JIT has no room for more locals, and helpers become calls: 11.1 against 6.9.
    /// </summary>
    private const int MostColumnsInRegisters = 8;

    /// <summary>Remainders double the locals (log-softmax of 8 floats 9.6 ns a row against 9.7 through memory).</summary>
    private const int MostColumnsForLogarithmsInRegisters = 7;

    /// <summary>The exponential of a double is twice as long (log-softmax, N = 5 16.6 ns a row, 8 54.7).</summary>
    private const int MostDoubleColumnsForLogarithmsInRegisters = 5;

    /// <summary>For two rows at a time a size's source would pass its limit; what they would gain has not been measured.</summary>
    private const int FewestRowsAcrossLanes = 4;

    /// <summary>How a rows method goes about several rows at once; where there is no layout, it takes them one by one.</summary>
    public static IReadOnlyList<IBlockOfRows> ChooseForRows(Recipe recipe, ElementType type, int size) =>
        size == 1 || size > MostValuesAcrossLanes(recipe)
        ? []
        : s_widths.Where(width => width / type.Bits >= FewestRowsAcrossLanes).Select(width => ChooseForRows(recipe, type, width, size)).ToArray();

    private static IBlockOfRows ChooseForRows(Recipe recipe, ElementType type, int width, int size)
    {
        int mostInRegisters = !TakesLogarithm(recipe) ? MostColumnsInRegisters
            : type.Bits == 64 ? MostDoubleColumnsForLogarithmsInRegisters
            : MostColumnsForLogarithmsInRegisters;
        return size <= mostInRegisters ? new ColumnsInRegisters(width, width / type.Bits, size) : new RowsAcrossLanes(width, width / type.Bits, size);
    }

    private static int MostValuesAcrossLanes(Recipe recipe)
    {
        bool isWeighed = recipe.Steps.Any(step => step is TotalStep);
        return !isWeighed ? MostUnweighedValuesAcrossLanes
            : TakesLogarithm(recipe) ? MostWeightsForLogarithmsAcrossLanes
            : MostWeightsAcrossLanes;
    }

    /// <summary>Then weights come with what rounding lost of them.</summary>
    private static bool TakesLogarithm(Recipe recipe) => recipe.Steps.Any(step => step is TotalStep { Remainder: not null });

    public static IReadOnlyList<Layout> Choose(Recipe recipe, ElementType type, int size) =>
        s_widths.Select(width => Choose(recipe, width, width / type.Bits, size)).OfType<Layout>().ToArray();

    private static Layout? Choose(Recipe recipe, int width, int lanes, int size)
    {
        int registers = (size + lanes - 1) / lanes;
        bool isTooShort = size == 1 || (size < lanes && (width > WidestRegisterInHalves || (size <= lanes / 2 && width > s_widths[s_widths.Length - 1])));
        if (isTooShort || registers > MostRegistersOfBlocks)
        {
            return null;
        }

        return registers <= MostRegistersAtOnce
            ? new RowInRegisters(width, lanes, size)
            : new Blocked(width, lanes, size);
    }
}
