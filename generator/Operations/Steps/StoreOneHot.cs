using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Operations.Steps;

/// <summary>Writes 1 at an index and 0 elsewhere.</summary>
internal sealed class StoreOneHot(string comment, Port port, OfRow index) : Step(comment)
{
    public override void Lower(RowInRegisters row)
    {
        row.Do(port.Name + ".Clear();");
        row.Do($"{port.Name}[{index.Name}] = 1;");
    }

    public override void Lower(ColumnsInRegisters columns)
    {
        columns.Begin("Columns to rows.");
        Each oneHot = new("oneHot");
        for (int column = 0; column < columns.Size; column++)
        {
            columns.Let(oneHot.At(column), Layout.OnLanes("OneWhereEqual", index.Name, Layout.OnLanes("Create", Layout.Text(column))));
        }

        columns.Store(oneHot, port.Reference);
    }
}
