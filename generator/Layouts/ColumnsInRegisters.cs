using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Layouts;

/// <summary>
/// As many rows at a time as a register has lanes, turned into columns that all stay in registers: rows across lanes for
/// rows so short that memory between the passes would cost more than the passes.
/// </summary>
/// <param name="width">The register width in bits.</param>
/// <param name="lanes">Values in a register.</param>
/// <param name="size">N.</param>
internal sealed class ColumnsInRegisters(int width, int lanes, int size) : Layout(width, lanes, size), IBlockOfRows
{
    public int RowsPerBlock => Lanes;

    /// <summary>The columns that are turned together: what 128 bits of a row hold.</summary>
    private int Together => 128 * Lanes / Width;

    /// <summary>Whether rows are read as whole registers, in which they lie side by side: a few shuffles turn them, but may leave the rows of the columns in another order.</summary>
    private bool IsPacked => Together % Size == 0 || Size == 3 || Size == 2 * Together;

    /// <summary>The first columns of those turned together; the last ones overlap those before them.</summary>
    private IEnumerable<int> Starts => Enumerable.Range(0, (Size + Together - 1) / Together).Select(i => Math.Max(Math.Min(i * Together, Size - Together), 0));

    public override Plan Lower(Recipe recipe)
    {
        List<Paragraph> paragraphs = [];
        foreach (Step step in recipe.Steps)
        {
            Statement[] statements = [.. Lower(step, recipe)];
            string comment = step is LoadStep ? "Rows to columns." : step is StoreStep or StoreOneHotStep ? "Columns to rows." : step.Comment;
            if (comment.Length > 0 || paragraphs.Count == 0)
            {
                paragraphs.Add(new(comment, statements));
            }
            else
            {
                Paragraph last = paragraphs[paragraphs.Count - 1];
                paragraphs[paragraphs.Count - 1] = last with { Statements = [.. last.Statements, .. statements] };
            }
        }

        return new(Width, $"{Lanes} rows at a time, a register for each column", paragraphs);
    }

    private IEnumerable<Statement> Lower(Step step, Recipe recipe) => step switch
    {
        LoadStep load => LoadColumns(load.Result),
        MapStep map => Each(column => new Declare(map.Result.Name + column, Map(map, map.Input.Name + column, column))),
        MaxStep max => [new Declare(max.Result.Name, Max(All(max.Input.Name)))],
        TwoGreatestStep two => TwoGreatest(two),
        RequireStep require => [Require(require, Sum(All(require.Input.Name)))],
        TotalStep total =>
        [
            .. NothingCounted,
            .. Each(column => Count(total.Input.Name + column, total.Remainder is null ? null : (Expression)(total.Remainder.Name + column))),
            new Declare(total.Result.Name, OnLanes("Totals", "coarse", "fine", Size)),
        ],
        ComputeStep compute => [new Declare(compute.Result.Name, ComputeOfRows(compute, value => value.Name))],
        IndexOfStep index => IndexOf(index),
        StoreStep store => StoreColumns(store.Input.Name),
        StoreOneHotStep oneHot =>
        [
            .. Enumerable.Range(0, Size).Select(column => new Declare(
                "oneHot" + Text(column), OnLanes("OneWhereEqual", oneHot.Index.Name, OnLanes("Create", column)))),
            .. StoreColumns("oneHot"),
        ],
        ReturnStep result => [new Evaluate(OnLanes(
            recipe.Result.Kind == ResultKind.Index ? "StoreIndices" : "Store",
            IsPacked ? OnLanes("InRowOrder", result.Value.Name, Size) : result.Value.Name,
            new Reference("destination"),
            "row"))],
        _ => throw new NotSupportedException(step.ToString()),
    };

    private IEnumerable<Statement> LoadColumns(Each values)
    {
        if (IsPacked)
        {
            yield return new Evaluate(OnLanes("LoadRows", [new Reference("source"), RowStart(0), .. Enumerable.Range(0, Size).Select(Column)]));
            yield break;
        }

        int loaded = 0;
        foreach (int start in Starts)
        {
            int seen = loaded;
            yield return new Evaluate(OnLanes("LoadColumns", [new Reference("source"), RowStart(start), Size,
                .. Enumerable.Range(start, Together).Select(column => column < seen || column >= Size ? new Out("_") : Column(column))]));
            loaded = start + Together;
        }

        Expression Column(int column) => new Out(values.Name + Text(column));
    }

    private IEnumerable<Statement> StoreColumns(string values)
    {
        if (IsPacked)
        {
            yield return new Evaluate(OnLanes("StoreRows", [.. All(values), new Reference("destination"), RowStart(0)]));
            yield break;
        }

        foreach (int start in Starts)
        {
            yield return new Evaluate(OnLanes("StoreColumns",
            [
                .. Enumerable.Range(start, Together).Select(column => (Expression)(values + Text(Math.Min(column, Size - 1)))),
                new Reference("destination"), RowStart(start), Size,
            ]));
        }
    }

    private IEnumerable<Statement> TwoGreatest(TwoGreatestStep step)
    {
        Expression[] x = All(step.Input.Name);
        (string max, string second) = (step.Max.Name, step.Second.Name);
        yield return new Declare(max, OnLanes("Max", x[0], x[1]));
        yield return new Declare(second, OnLanes("Min", x[0], x[1]));
        foreach (Expression next in x.Skip(2))
        {
            yield return KeepTwoGreatest(next, max, second);
        }
    }

    /// <summary>From the last column to the first, so that the first of several stays.</summary>
    private IEnumerable<Statement> IndexOf(IndexOfStep step)
    {
        string index = step.Result.Name;
        yield return new Declare(index, OnLanes("Create", Size - 1));
        for (int column = Size - 2; column >= 0; column--)
        {
            yield return new Assign(index, OnLanes("IndexWhereEqual", step.Input.Name + Text(column), step.Wanted.Name, column, index));
        }
    }

    /// <summary>Where a column of the block begins.</summary>
    private Operation RowStart(int column)
    {
        Operation start = new("row", "*", Size);
        return column == 0 ? start : new Operation(start, "+", column);
    }

    private IEnumerable<Statement> Each(Func<string, Statement> statement) => Enumerable.Range(0, Size).Select(column => statement(Text(column)));

    private Expression[] All(string values) => [.. Enumerable.Range(0, Size).Select(column => (Expression)(values + Text(column)))];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
