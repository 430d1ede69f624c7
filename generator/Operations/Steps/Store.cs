using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Operations.Steps;

/// <summary>Writes all N results of each row.</summary>
internal sealed class Store(string comment, Port port, Each input) : Step(comment)
{
    public override Demands Demands => Demands.Results;

    public override void Lower(RowInRegisters row)
    {
        string destination = row.Reference(port.Reference);
        if (row.IsShort)
        {
            row.Do(Layout.OnLanes("StoreRow", input.At(0), destination, Layout.Text(row.Size)) + ";");
            return;
        }

        for (int i = 0; i < row.Registers; i++)
        {
            row.Do(Layout.OnLanes("Store", input.At(i), destination, Layout.Text(row.Offset(i))) + ";");
        }
    }

    public override void Lower(ColumnsInRegisters columns)
    {
        columns.Begin("Columns to rows.");
        columns.Store(input, port.Reference);
    }
}
