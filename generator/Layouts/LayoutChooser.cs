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
    /// At 512 bits there are twice as many to hold a row: of 100 floats, in 7, softmax took 24.6 ns instead of 34.0 in loops, log-sum-exp 49 instead of
    /// 62. 10 would gain as much; with 11 log-sum-exp falls off the JIT's cliff (176 floats: 140 ns instead of 77), and the source of a
    /// size would pass its limit with 9.
    /// </summary>
    private const int MostWideRegistersAtOnce = 8;

    /// <summary>What a number of 64 bits has a bit for: rows in registers find an index among such bits, longer rows register by register.</summary>
    private const int MostValuesWithIndexAtOnce = 64;

    /// <summary>
    /// A row that fills more than half of a register is loaded as halves that overlap: 5 floats in 256 bits 10.0 ns against 14.2 in two
    /// registers of 128. At 512 bits nothing is gained: 10 floats 14.2 against 14.1 in two of 256.
    /// </summary>
    private const int WidestRegisterInHalves = 256;

    /// <summary>For two rows at a time a size's source would pass its limit; what they would gain has not been measured.</summary>
    private const int FewestRowsAtOnce = 4;

    /// <summary>How a rows method goes about several rows at once; where there is no layout, it takes them one by one.</summary>
    public static IReadOnlyList<IBlockOfRows> ChooseForRows(Recipe recipe, ElementType type, int size) =>
        s_widths.Where(width => width / type.Bits >= FewestRowsAtOnce)
            .Select(width => ChooseForRows(recipe, width, width / type.Bits, size))
            .OfType<IBlockOfRows>().ToArray();

    private static ColumnsInRegisters? ChooseForRows(Recipe recipe, int width, int lanes, int size) =>
        size > 1 && size <= MostColumnsInRegisters(recipe, width, width / lanes) ? new ColumnsInRegisters(width, lanes, size) : null;

    /// <summary>
    /// Rows of up to so many values stay in registers as columns: softmax, floats at 512 bits, N = 2 1.3 ns a row against 2.6 through
    /// memory, 4 2.1 against 3.6, 8 4.3 against 5.0. What ends it is the JIT, which has no room for more locals and makes calls of helpers: at 12 columns
    /// 11.1 against 6.9. Exponentials of doubles, remainders, and scaling without AVX-512 have more locals: softmax of 8 doubles at 256 bits 26.8
    /// against 16.1 through memory, log-softmax of 8 at 512 bits 54.7, of 7 floats at 256 bits 12.8, and of 8 through memory 12.2.
    /// </summary>
    private static int MostColumnsInRegisters(Recipe recipe, int width, int bits) => (TakesLogarithm(recipe), bits, width) switch
    {
        (false, 32, _) or (false, _, 512) => 8,
        (false, _, _) => 6,
        (true, 32, 512) => 7,
        (true, _, _) => 5,
    };

    private static bool IsWeighed(Recipe recipe) => recipe.Steps.Any(step => step is TotalStep);

    /// <summary>Then weights come with what rounding lost of them.</summary>
    private static bool TakesLogarithm(Recipe recipe) => recipe.Steps.Any(step => step is TotalStep { Remainder: not null });

    public static IReadOnlyList<Layout> Choose(Recipe recipe, ElementType type, int size) =>
        s_widths.Select(width => Choose(recipe, width, width / type.Bits, size)).OfType<Layout>().ToArray();

    private static RowInRegisters? Choose(Recipe recipe, int width, int lanes, int size)
    {
        int registers = (size + lanes - 1) / lanes;
        bool isTooShort = size == 1 || (size < lanes && (width > WidestRegisterInHalves || (size <= lanes / 2 && width > s_widths[s_widths.Length - 1])));
        if (isTooShort)
        {
            return null;
        }

        bool isAtOnce = registers <= MostAtOnce(recipe, width) && (size <= MostValuesWithIndexAtOnce || !recipe.Steps.Any(step => step is IndexOfStep));
        return isAtOnce ? new RowInRegisters(width, lanes, size) : null;
    }

    /// <summary>
    /// A maximum gains nothing from more registers (100 floats 4.0 and 4.0 ns). Log-softmax, the longest of all, would take the source of a size past its limit:
    /// it forgoes 17 %.
    /// </summary>
    private static int MostAtOnce(Recipe recipe, int width) =>
        width == s_widths[0] && IsWeighed(recipe) && !(TakesLogarithm(recipe) && recipe.Steps.Any(step => step is StoreStep))
            ? MostWideRegistersAtOnce
            : MostRegistersAtOnce;
}
