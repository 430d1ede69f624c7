using System.Collections.Generic;
using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Operations.Steps;

/// <summary>Computes a value of the row from others, each in every lane; of a block of rows, in one lane each.</summary>
internal sealed class Compute(string comment, OfRow result, RowFunction function, params OfRow[] arguments) : Step(comment)
{
    /// <summary>What comes out beside the result, for a function that gives two.</summary>
    public OfRow? Second { get; set; }

    public override void Lower(RowInRegisters row) => Lower(row, function.OfRow);

    public override void Lower(ColumnsInRegisters columns) => Lower(columns, function.OfRows);

    private void Lower(Layout layout, string name)
    {
        List<string> names = [];
        foreach (OfRow argument in arguments)
        {
            names.Add(argument.Name);
        }

        if (Second is not null)
        {
            names.Add("out var " + Second.Name);
        }

        layout.Let(result.Name, Layout.OnLanes(name, [.. names]));
    }
}

/// <summary>What is done once a row: one line a function.</summary>
internal sealed class RowFunction
{
    /// <summary>The scale of weights, from the value that weighs most.</summary>
    public static readonly RowFunction Scale = new("Scale");

    /// <summary>What lower values are raised to, from the value that weighs most: beside it they weigh nothing.</summary>
    public static readonly RowFunction Lowest = new("Lowest");

    /// <summary>1 / total as a sum of two: what is beside a power of two, and that power.</summary>
    public static readonly RowFunction Reciprocal = new("Reciprocal");

    /// <summary>A total without the weight that two equal maxima count once too often: total, max, second.</summary>
    public static readonly RowFunction WithoutOneMaximum = new("WithoutOneMaximum", ofRow: "WithoutOneMaximumOfRow");

    /// <summary>log-sum-exp − max, from the total of all weights but one maximum's: total, max, second.</summary>
    public static readonly RowFunction LogOfRest = new("LogOfRest", ofRow: "LogOfRestOfRow");

    /// <summary>log-sum-exp, from the same.</summary>
    public static readonly RowFunction LogSumExp = new("LogSumExp", ofRow: "LogSumExpOfRow");

    /// <summary>+0 for −0.</summary>
    public static readonly RowFunction PlusZero = new("PlusZero");

    /// <param name="name">The function of the lanes.</param>
    /// <param name="ofRow">The one for a single row, where that has one of its own.</param>
    public RowFunction(string name, string? ofRow = null)
    {
        OfRows = name;
        OfRow = ofRow ?? name;
    }

    public string OfRows { get; }

    public string OfRow { get; }
}
