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

    /// <summary>For two rows at a time a size's source would pass its limit; what they would gain has not been measured.</summary>
    private const int FewestRowsAcrossLanes = 4;

    /// <summary>How a rows method goes about several rows at once; where there is no layout, it takes them one by one.</summary>
    public static IReadOnlyList<BlockOfRows> ChooseForRows(Recipe recipe, ElementType type, int size) =>
        s_widths.Where(width => width / type.Bits >= FewestRowsAcrossLanes)
            .Select(width => ChooseForRows(recipe, width, width / type.Bits, size))
            .OfType<BlockOfRows>().ToArray();

    private static BlockOfRows? ChooseForRows(Recipe recipe, int width, int lanes, int size)
    {
        if (size >= lanes && size <= 256 && !recipe.Steps.Any(step => step is IndexOfStep))
        {
            return new RowsTogether(width, lanes, size, recipe);
        }

        return size == 1 || size > MostValuesAcrossLanes(recipe) ? null : new RowsAcrossLanes(width, lanes, size);
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
        bool isTooShort = size == 1 || (size < lanes && width != s_widths[s_widths.Length - 1]);
        if (isTooShort || registers > MostRegistersOfBlocks)
        {
            return null;
        }

        return registers <= MostRegistersAtOnce
            ? new RowInRegisters(width, lanes, size)
            : new Blocked(width, lanes, size);
    }
}
