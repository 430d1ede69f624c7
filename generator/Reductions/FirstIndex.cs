using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Reductions;

/// <summary>The index of the first value equal to one of the row's.</summary>
internal sealed class FirstIndex(string comment, OfRow result, Each input, OfRow wanted) : Step(comment)
{
    public override Demands Demands => Demands.Index;

    /// <summary>A bit for each value: the first is found without a branch that depends on where it stands.</summary>
    public override void Lower(RowInRegisters row)
    {
        string[] matches = row.All(input);
        for (int i = 0; i < matches.Length; i++)
        {
            matches[i] = row.IsShort
                ? Layout.OnLanes("MatchesOfRow", matches[i], wanted.Name, Layout.Text(row.Size))
                : Layout.OnLanes("Matches", matches[i], wanted.Name, Layout.Text(row.Offset(i)));
        }

        row.Let("matches", string.Join(" | ", matches));
        row.Let(result.Name, Layout.OnLanes("FirstOf", "matches"));
    }

    /// <summary>From the last column to the first, so that the first of several stays.</summary>
    public override void Lower(ColumnsInRegisters columns)
    {
        columns.Let(result.Name, Layout.OnLanes("Create", Layout.Text(columns.Size - 1)));
        for (int column = columns.Size - 2; column >= 0; column--)
        {
            columns.Do($"{result.Name} = {Layout.OnLanes("IndexWhereEqual", input.At(column), wanted.Name, Layout.Text(column), result.Name)};");
        }
    }
}
