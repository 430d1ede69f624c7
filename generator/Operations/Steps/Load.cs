using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Operations.Steps;

/// <summary>Reads N numbers of each row.</summary>
internal sealed class Load(string comment, Port port, Each result) : Step(comment)
{
    public override void Lower(RowInRegisters row)
    {
        string function = "Load" + port.Element.Noun;
        string source = row.Reference(port.Reference);
        if (row.IsShort)
        {
            row.Let(result.At(0), Layout.OnLanes(function + "Row", source, Layout.Text(row.Size)));
            return;
        }

        for (int i = 0; i < row.Registers; i++)
        {
            row.Let(result.At(i), Layout.OnLanes(function, source, Layout.Text(row.Offset(i))));
        }
    }

    public override void Lower(ColumnsInRegisters columns)
    {
        columns.Begin(Comment.Length == 0 ? "" : "Rows to columns.");
        columns.Load(port.Reference, result, port.Element.Noun);
    }
}
