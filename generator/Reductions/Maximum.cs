using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Reductions;

/// <summary>The greatest of all values.</summary>
internal sealed class Maximum(string comment, OfRow result, Each input) : Step(comment)
{
    public override void Lower(RowInRegisters row) => row.Let(result.Name, Layout.OnLanes("MaxInEveryLane", Layout.Pairwise("Max", row.All(input))));

    public override void Lower(ColumnsInRegisters columns) => columns.Let(result.Name, Layout.Pairwise("Max", columns.All(input)));
}
