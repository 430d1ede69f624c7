using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Planning;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Planning;

/// <summary>Which layout a size gets, as a table to be read: of one row, and of rows together.</summary>
public sealed class LayoutTests
{
    private const int Longest = 1000;
    private const int Name = 20;

    private static readonly int[] s_widths = [512, 256, 128];

    [Fact]
    public Task Layouts() => VerifiedFiles.OfRunningTest().Match(".txt", string.Join("\n", ElementTypeCatalog.All.Where(type => !type.IsCarried).SelectMany(Table)) + "\n");

    /// <summary>Beyond what the table shows everything is the library's.</summary>
    [Fact]
    public void The_longest_row_is_the_librarys() => Assert.All(
        from type in ElementTypeCatalog.All from operation in OperationCatalog.All select new SizedOperation(operation, type, 65_536),
        planned => Assert.True(planned.RowLayouts.Count == 0 && planned.BlockLayouts.Count == 0));

    private static IEnumerable<string> Table(ElementType type) =>
    [
        $"{type.Keyword}: what is unrolled, by N; all else is the library's",
        "",
        $"{"",-Name}bits  {"several rows",-Name} one row",
        .. from operation in OperationCatalog.All
           where operation.Steps.Length > 0
           let planned = Enumerable.Range(1, Longest).Select(size => new SizedOperation(operation, type, size)).ToArray()
           from width in s_widths
           let name = width == s_widths[0] ? operation.Name + (operation.Name == "ArgMax" && operation.Ports.Length > 2 ? ", share" : "") : ""
           let row = Sizes(planned, size => size.RowLayouts.Find(layout => layout.Width == width)?.Registers)
           let rows = Sizes(planned, size => size.BlockLayouts.Find(layout => layout.Width == width)?.Lanes)
           select $"{name,-Name}{width,4}  {In(rows, "rows at once"),-Name} {In(row, "registers")}",
        "",
    ];

    private static string In(string sizes, string unit) => sizes.Length == 0 ? "-" : $"{sizes} {unit}";

    /// <summary><c>1: 3–16, 2: 17–32</c>: so many registers, or rows, for these sizes.</summary>
    private static string Sizes(SizedOperation[] planned, Func<SizedOperation, int?> count)
    {
        List<string> ranges = [];
        int first = 0;
        for (int i = 1; i <= planned.Length; i++)
        {
            int? here = count(planned[first]);
            if (i < planned.Length && count(planned[i]) == here)
            {
                continue;
            }

            if (here is not null)
            {
                ranges.Add($"{here}: {planned[first].Size}{(i - 1 > first ? $"–{planned[i - 1].Size}" : "")}");
            }

            first = i;
        }

        return string.Join(", ", ranges);
    }
}
