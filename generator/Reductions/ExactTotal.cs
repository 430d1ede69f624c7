using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Reductions;

/// <summary>The exact sum of weights: counted as integers, in whatever order.</summary>
internal sealed class ExactTotal(string comment, OfRow result, Each input) : Step(comment)
{
    /// <summary>More registers than this are counted one by one: the runtime sums one or two in fewer steps.</summary>
    private const int MostRegistersSummedAtOnce = 2;

    private const string Function = "Count";

    public override Demands Demands => Demands.Weights;

    public override void Lower(RowInRegisters row)
    {
        string[] weights = row.AllUnseen(input, "KeepLast");
        if (row.Registers <= MostRegistersSummedAtOnce)
        {
            row.Let(result.Name, Layout.OnLanes("Total", weights));
            return;
        }

        Counters.Count(row, Function, weights, [], result, "Total", row.Registers);
    }

    public override void Lower(ColumnsInRegisters columns) => Counters.Count(columns, Function, columns.All(input), [], result, "Totals", columns.Size);
}
