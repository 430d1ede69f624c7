using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Reductions;

/// <summary>The exact sum of the weights of all values but the one above the second greatest: counted as integers, in whatever order.</summary>
internal sealed class RestTotal(string comment, OfRow result, Each input, OfRow second, OfRow scale, OfRow lowest) : Step(comment)
{
    private const string Function = "CountRest";

    public override Demands Demands => Demands.Weights | Demands.Rest;

    public override void Lower(RowInRegisters row) =>
        Counters.Count(row, Function, row.AllUnseen(input, "KeepLastElseAbsent"), [second, scale, lowest], result, "TotalInEveryLane", row.Registers);

    public override void Lower(ColumnsInRegisters columns) =>
        Counters.Count(columns, Function, columns.All(input), [second, scale, lowest], result, "Totals", columns.Size);
}
