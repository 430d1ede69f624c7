using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Reductions;

/// <summary>The greatest and the second greatest of all values.</summary>
internal sealed class TwoGreatest(string comment, OfRow max, OfRow second, Each input) : Step(comment)
{
    public override void Lower(RowInRegisters row)
    {
        string[] x = row.AllUnseen(input, "KeepLastElseAbsent");
        if (row.Registers == 1)
        {
            row.Do(Layout.OnLanes("TwoGreatestInEveryLane", x[0], "out var " + max.Name, "out var " + second.Name) + ";");
            return;
        }

        string greatest = max.Name + "Lanes";
        string next = second.Name + "Lanes";
        Keep(row, x, greatest, next);
        row.Do(Layout.OnLanes("TwoGreatestInEveryLane", greatest, next, "out var " + max.Name, "out var " + second.Name) + ";");
    }

    public override void Lower(ColumnsInRegisters columns) => Keep(columns, columns.All(input), max.Name, second.Name);

    /// <summary>The two greatest of each lane.</summary>
    private static void Keep(Layout layout, string[] x, string greatest, string next)
    {
        layout.Let(greatest, Layout.OnLanes("Max", x[0], x[1]));
        layout.Let(next, Layout.OnLanes("Min", x[0], x[1]));
        for (int i = 2; i < x.Length; i++)
        {
            layout.Do(Layout.OnLanes("KeepTwoGreatest", x[i], "ref " + greatest, "ref " + next) + ";");
        }
    }
}
