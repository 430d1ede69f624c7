using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Operations;

namespace SoftKernels.Generator.Tests.Planning;

/// <summary>A reduction that the generator does not have: the smallest of all values.</summary>
internal sealed class Minimum(string comment, OfRow result, Each input) : Step(comment)
{
    public override void Lower(RowInRegisters row) => row.Let(result.Name, Layout.OnLanes("MinInEveryLane", Layout.Pairwise("Min", row.All(input))));

    public override void Lower(ColumnsInRegisters columns) => columns.Let(result.Name, Layout.Pairwise("Min", columns.All(input)));
}

/// <summary>A step that takes two values of each: those that a mask leaves out become another.</summary>
internal sealed class LeaveOut(string comment, Each result, Each x, Each mask) : StepOfRegisters(comment)
{
    protected override void Lower(Layout layout)
    {
        for (int i = 0; i < layout.Registers; i++)
        {
            layout.Let(result.At(i), Layout.OnLanes("Where", mask.At(i), x.At(i)));
        }
    }
}

/// <summary>A step that takes a scalar: it is the same in every lane.</summary>
internal sealed class Spread(string comment, OfRow result, Port scalar) : StepOfRegisters(comment)
{
    protected override void Lower(Layout layout) => layout.Let(result.Name, Layout.OnLanes("Create", scalar.Name));
}

/// <summary>A step that takes an index: a value of each row.</summary>
internal sealed class Pick(string comment, OfRow result, Port row, Port label) : Step(comment)
{
    public override void Lower(RowInRegisters layout) => layout.Let(result.Name, Layout.OnLanes("Pick", layout.Reference(row.Reference), label.Name));

    public override void Lower(ColumnsInRegisters columns) => columns.Let(result.Name, Layout.OnLanes(
        "PickOfRows", columns.Reference(row.Reference), columns.Reference(label.Reference), ColumnsInRegisters.FirstRow, Layout.Text(columns.Size)));
}
