using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Reductions;

/// <summary>The exact sum of weights, and of what rounding lost of them where that is given: counted as integers, in whatever order.</summary>
internal sealed class ExactTotal(string comment, OfRow result, Each input, Each? remainder = null) : Step(comment)
{
    /// <summary>More registers than this are counted one by one: the runtime sums one or two in fewer steps.</summary>
    private const int MostRegistersSummedAtOnce = 2;

    private const string Blank = "KeepLast";

    public override Demands Demands => remainder is null ? Demands.Weights : Demands.Weights | Demands.Remainders;

    /// <summary>What the counters are called; another total of the same operation needs names of its own.</summary>
    public string Coarse { get; set; } = "coarse";

    /// <inheritdoc cref="Coarse"/>
    public string Fine { get; set; } = "fine";

    public override void Lower(RowInRegisters row)
    {
        string[] weights = row.All(input);
        if (row.Registers <= MostRegistersSummedAtOnce && remainder is null)
        {
            weights[weights.Length - 1] = row.LastUnseen(input, Blank);
            row.Let(result.Name, Layout.OnLanes("Total", weights));
            return;
        }

        string[]? remainders = remainder is null ? null : row.All(remainder);
        if (row.Tail != 0)
        {
            LeaveOut(row, input, weights);
            if (remainder is not null)
            {
                LeaveOut(row, remainder, remainders!);
            }
        }

        Count(row, weights, remainders);
        row.Let(result.Name, Layout.OnLanes(remainder is null ? "Total" : "TotalInEveryLane", Coarse, Fine, Layout.Text(row.Registers)));
    }

    public override void Lower(ColumnsInRegisters columns)
    {
        Count(columns, columns.All(input), remainder is null ? null : columns.All(remainder));
        columns.Let(result.Name, Layout.OnLanes("Totals", Coarse, Fine, Layout.Text(columns.Size)));
    }

    private static void LeaveOut(RowInRegisters row, Each values, string[] names)
    {
        string unseen = values.Name + "Unseen";
        row.Let(unseen, row.LastUnseen(values, Blank));
        names[names.Length - 1] = unseen;
    }

    private void Count(Layout layout, string[] weights, string[]? remainders)
    {
        layout.Let(Coarse, Layout.OnLanes("NoneCounted"));
        layout.Let(Fine, Layout.OnLanes("NoneCounted"));
        for (int i = 0; i < weights.Length; i++)
        {
            string counted = remainders is null ? weights[i] : weights[i] + ", " + remainders[i];
            layout.Do(Layout.OnLanes("Count", counted, "ref " + Coarse, "ref " + Fine) + ";");
        }
    }
}
