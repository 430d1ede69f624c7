using System;
using System.Collections.Generic;
using System.Linq;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Layouts;

/// <summary>
/// As many rows at a time as a register has lanes, turned into columns: one register holds one column of them. Maxima and sums
/// then run from register to register, no lane is idle, and what is computed once a row is computed for all those rows at once.
/// </summary>
internal sealed class RowsAcrossLanes(int width, int lanes, int size) : Layout(width, lanes, size)
{
    private const string Columns = "columns";

    /// <summary>The values of a block of rows.</summary>
    public int BlockSize => Size * Lanes;

    /// <summary>The rows of a block.</summary>
    public int RowsPerBlock => Lanes;

    public override Plan Lower(Recipe recipe)
    {
        Step[] steps = [.. recipe.Steps];
        List<Paragraph> paragraphs = [new("Rows to columns.", [new Evaluate(
            OnLanes("LoadColumns", new Reference("source"), new Operation("row", "*", Size), Size, new Reference(Columns)))])];
        for (int i = 0; i < steps.Length;)
        {
            Step[] pass = [.. steps.Skip(i).TakeWhile(IsOfEach)];
            if (pass.Length > 0)
            {
                paragraphs.AddRange(LowerPass(pass, [.. steps.Skip(i + pass.Length).SelectMany(InputsOf)]));
                i += pass.Length;
            }
            else
            {
                Step[] row = [.. steps.Skip(i).TakeWhile(step => !IsOfEach(step))];
                paragraphs.Add(new(row[0].Comment, [.. row.SelectMany(step => LowerRow(step, recipe))]));
                i += row.Length;
            }
        }

        if (recipe.Result.Kind == ResultKind.Row)
        {
            paragraphs.Add(new("Columns to rows.", [new Evaluate(
                OnLanes("StoreColumns", new Reference(Columns), Size, new Reference("destination"), new Operation("row", "*", Size)))]));
        }

        return new(Width, $"{Lanes} rows at a time, a register for each column", paragraphs);
    }

    private static Expression LoadColumn => OnLanes("Load", new Reference(Columns), "i");

    private static Evaluate StoreColumn(Expression values) => new Evaluate(OnLanes("Store", values, new Reference(Columns), "i"));

    private IEnumerable<Paragraph> LowerPass(Step[] pass, Each[] usedLater)
    {
        Each[] computed = [.. pass.OfType<MapStep>().SelectMany(map => new[] { map.Result, map.Remainder }).OfType<Each>()];
        Each[] read = [.. pass.SelectMany(InputsOf).Except(computed)];
        if (computed.Any(usedLater.Contains) && read.Any(usedLater.Contains))
        {
            throw new NotSupportedException("A column can wait for a later pass as it was read or as it was computed, not as both.");
        }

        List<Statement> body = [.. read.Select(value => new Declare(value.Name, LoadColumn))];
        foreach (Step step in pass)
        {
            body.AddRange(Inner(step, usedLater));
        }

        List<Statement> statements = [.. pass.SelectMany(Begin), new For("i", 0, BlockSize, Lanes, body)];
        yield return new(CommentOf(pass), statements);
        Statement[] end = [.. pass.SelectMany(End)];
        if (end.Length > 0)
        {
            yield return new(pass.OfType<RequireStep>().FirstOrDefault()?.Comment ?? "", end);
        }
    }

    private static IEnumerable<Statement> Begin(Step step) => step switch
    {
        MaxStep max => [new Declare(max.Result.Name, OnLanes("Absent"))],
        TwoGreatestStep two => [new Declare(two.Max.Name, OnLanes("Absent")), new Declare(two.Second.Name, OnLanes("Absent"))],
        RequireStep => [new Declare("sum", OnLanes("Zero"))],
        TotalStep => NothingCounted,
        _ => [],
    };

    private static IEnumerable<Statement> Inner(Step step, Each[] usedLater)
    {
        switch (step)
        {
            case MapStep map:
                yield return new Declare(map.Result.Name, Map(map, map.Input.Name, ""));
                if (usedLater.Contains(map.Result))
                {
                    yield return StoreColumn(map.Result.Name);
                }

                break;
            case StoreStep store:
                yield return StoreColumn(store.Input.Name);
                break;
            case MaxStep max:
                yield return new Assign(max.Result.Name, OnLanes("Max", max.Result.Name, max.Input.Name));
                break;
            case RequireStep require:
                yield return new Assign("sum", new Operation("sum", "+", require.Input.Name));
                break;
            case TwoGreatestStep two:
                yield return new Assign(two.Second.Name, OnLanes("Max", two.Second.Name, OnLanes("Min", two.Max.Name, two.Input.Name)));
                yield return new Assign(two.Max.Name, OnLanes("Max", two.Max.Name, two.Input.Name));
                break;
            case TotalStep total:
                yield return Count(total.Input.Name, total.Remainder is null ? null : (Expression)total.Remainder.Name);
                break;
        }
    }

    private IEnumerable<Statement> End(Step step) => step switch
    {
        RequireStep { Max: null } => [new FallBackUnless(OnLanes("IsFreeOfNaN", "sum"))],
        RequireStep require => [new FallBackUnless(OnLanes("AreOrdinary", require.Max.Name, "sum"))],
        TotalStep total => [new Declare(total.Result.Name, OnLanes("Totals", "coarse", "fine", Size))],
        _ => [],
    };

    private IEnumerable<Statement> LowerRow(Step step, Recipe recipe) => step switch
    {
        ComputeStep { Function: RowFunction.Broadcast } compute => [new Declare(compute.Result.Name, compute.Arguments[0].Name)],
        ComputeStep compute => [new Declare(compute.Result.Name, OnLanes(
            compute.Function.ToString(), [.. compute.Arguments.Select(argument => (Expression)argument.Name)]))],
        IndexOfStep index => IndexOf(index),
        StoreOneHotStep oneHot => [new For("i", 0, BlockSize, Lanes,
            [StoreColumn(OnLanes("OneWhereEqual", oneHot.Index.Name, OnLanes("Create", new Operation("i", "/", Lanes))))])],
        ReturnStep result => [new Evaluate(OnLanes(
            recipe.Result.Kind == ResultKind.Index ? "StoreIndices" : "Store", result.Value.Name, new Reference("destination"), "row"))],
        _ => throw new NotSupportedException(step.ToString()),
    };

    /// <summary>From the last column to the first, so that the first of several stays.</summary>
    private IEnumerable<Statement> IndexOf(IndexOfStep step)
    {
        string index = step.Result.Name;
        yield return new Declare(index, OnLanes("Zero"));
        yield return new For("i", BlockSize - Lanes, 0, -Lanes,
            [new Assign(index, OnLanes("IndexWhereEqual", LoadColumn, step.Wanted.Name, new Operation("i", "/", Lanes), index))]);
    }
}
