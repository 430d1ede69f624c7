using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Operations.Steps;

/// <summary>Gives a value of the row as a result: the one that is returned comes last.</summary>
internal sealed class Give(string comment, Port port, OfRow value) : Step(comment)
{
    public override void Lower(RowInRegisters row)
    {
        string result = port.Element.ToScalar is { } toScalar ? Layout.OnLanes(toScalar, value.Name) : value.Name;
        row.Do(port.IsReturned ? $"return {result};" : $"{port.Name} = {result};");
    }

    public override void Lower(ColumnsInRegisters columns) => columns.StoreOfRows(value, port.Reference, port.Element.StoreOfRows!);
}
