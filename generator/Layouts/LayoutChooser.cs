using System.Collections.Generic;
using SoftKernels.Generator.ElementTypes;

namespace SoftKernels.Generator.Layouts;

/// <summary>
/// Decides what is unrolled, for each register width; everything else is the library's. All thresholds stand here. Each names the row of the table
/// "Where unrolling ends" in docs/performance.md that has its measurement.
/// </summary>
internal static class LayoutChooser
{
    /// <summary>Widest first: the first that the hardware has is taken.</summary>
    private static readonly int[] s_widths = [512, 256, 128];

    /// <summary>Row "one row: registers".</summary>
    private const int MostRegisters = 6;

    /// <summary>Row "one row: registers at 512 bits".</summary>
    private const int MostWideRegisters = 8;

    /// <summary>Row "one row: values with an index". A number of 64 bits has a bit for each.</summary>
    private const int MostValuesWithIndex = 64;

    /// <summary>Row "one row: halves that overlap".</summary>
    private const int WidestRegisterInHalves = 256;

    /// <summary>Row "rows: at once".</summary>
    private const int FewestRowsAtOnce = 4;

    /// <summary>How one row lies, widest registers first; nothing for a width whose rows are the library's.</summary>
    public static List<RowInRegisters> ForRow(Demands demands, ElementType type, int size)
    {
        List<RowInRegisters> layouts = [];
        foreach (int width in s_widths)
        {
            int lanes = width / type.Bits;
            if (FitsRow(demands, width, lanes, size))
            {
                layouts.Add(new(width, lanes, size));
            }
        }

        return layouts;
    }

    /// <summary>How several rows lie at once, widest registers first; nothing for a width whose rows are the library's.</summary>
    public static List<ColumnsInRegisters> ForRows(Demands demands, ElementType type, int size)
    {
        List<ColumnsInRegisters> layouts = [];
        foreach (int width in s_widths)
        {
            int lanes = width / type.Bits;
            if (size > 1 && lanes >= FewestRowsAtOnce && size <= MostColumns(demands, width, type.Bits))
            {
                layouts.Add(new(width, lanes, size));
            }
        }

        return layouts;
    }

    /// <summary>Whether no width is left to the library.</summary>
    public static bool IsAtEveryWidth(List<ColumnsInRegisters> layouts) => layouts.Count == s_widths.Length;

    private static bool FitsRow(Demands demands, int width, int lanes, int size)
    {
        bool isTooShort = size == 1 || (size < lanes && (width > WidestRegisterInHalves || (size <= lanes / 2 && width > s_widths[s_widths.Length - 1])));
        int registers = (size + lanes - 1) / lanes;
        return !isTooShort && registers <= MostRegistersOfRow(demands, width) && (size <= MostValuesWithIndex || !Has(demands, Demands.Index));
    }

    private static int MostRegistersOfRow(Demands demands, int width) =>
        width == s_widths[0] && Has(demands, Demands.Weights) && !Has(demands, Demands.Rest | Demands.Results)
            ? MostWideRegisters
            : MostRegisters;

    /// <summary>Row "rows: columns".</summary>
    private static int MostColumns(Demands demands, int width, int bits) => (Has(demands, Demands.Rest), bits, width) switch
    {
        (false, 32, _) or (false, _, 512) => 8,
        (false, _, _) => 6,
        (true, 32, 512) => 7,
        (true, _, _) => 5,
    };

    private static bool Has(Demands demands, Demands all) => (demands & all) == all;
}
