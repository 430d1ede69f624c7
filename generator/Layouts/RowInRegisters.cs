using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Layouts;

/// <summary>
/// The whole row in registers, read before anything is written. Where N is no multiple of a register, the last register
/// overlaps the one before it, and the lanes seen twice are left out of sums. A row shorter than a register is two halves of it, which overlap.
/// </summary>
internal sealed class RowInRegisters(int width, int lanes, int size) : Layout(width, lanes, size)
{
    /// <summary>More registers than this are counted one by one: the runtime sums one or two in fewer steps.</summary>
    private const int MostRegistersSummedAtOnce = 2;

    public override Plan Lower(Recipe recipe)
    {
        List<Paragraph> paragraphs = [];
        List<Statement> statements = [];
        string comment = "";
        foreach (Step step in recipe.Steps)
        {
            if (step.Comment.Length > 0 && statements.Count > 0)
            {
                paragraphs.Add(new(comment, statements.ToArray()));
                statements.Clear();
            }

            comment = step.Comment.Length > 0 ? step.Comment : comment;
            statements.AddRange(Lower(step, recipe));
        }

        paragraphs.Add(new(comment, statements));
        return new(Width, Words, paragraphs);
    }

    private bool IsShort => Size < Lanes;

    private string Words => (WholeRegisters, Tail) switch
    {
        (0, _) => $"1 register of {Lanes}, in halves that overlap",
        (1, 0) => $"1 register of {Lanes}",
        (int whole, 0) => $"{whole} registers of {Lanes}",
        (int whole, int tail) => $"{whole} of {Lanes} and one for the last {tail}, which overlaps",
    };

    private IEnumerable<Statement> Lower(Step step, Recipe recipe) => step switch
    {
        LoadStep load when IsShort => [new Declare(load.Result.Name + "0", OnLanes("LoadRow", new Reference("source"), Size))],
        LoadStep load => Each(i => new Declare(
            load.Result.Name + i, OnLanes("Load", new Reference("source"), Offset(i)))),
        MapStep map => Each(i => new Declare(map.Result.Name + i, Map(map, map.Input.Name + i, Text(i)))),
        MaxStep max => [new Declare(max.Result.Name, OnLanes("MaxInEveryLane", Max(All(max.Input))))],
        TwoGreatestStep two => TwoGreatest(two),
        TotalStep total => Total(total),
        IndexOfStep index => IndexOf(index),
        RequireStep require => [Require(require, Sum(All(require.Input)))],
        ComputeStep compute => [Compute(compute)],
        StoreStep store when IsShort => [new Evaluate(OnLanes("StoreRow", store.Input.Name + "0", new Reference("destination"), Size))],
        StoreStep store => Each(i => new Evaluate(OnLanes("Store", store.Input.Name + i, new Reference("destination"), Offset(i)))),
        StoreOneHotStep oneHot => StoreOneHot(oneHot, recipe.Result.Destination),
        ReturnStep result => [ReturnValue(result, recipe)],
        _ => throw new System.NotSupportedException(step.ToString()),
    };

    private IEnumerable<Statement> Each(System.Func<int, Statement> statement) => Enumerable.Range(0, Registers).Select(statement);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private Expression[] All(Each values) => [.. Enumerable.Range(0, Registers).Select(i => (Expression)(values.Name + i))];

    /// <summary>The registers, those lanes of the last one blanked that were seen before.</summary>
    private Expression[] Unseen(Each values, string keep)
    {
        Expression[] all = All(values);
        if (Tail != 0)
        {
            all[Registers - 1] = OnLanes(keep, all[Registers - 1], Tail);
        }

        return all;
    }

    private IEnumerable<Statement> TwoGreatest(TwoGreatestStep step)
    {
        Expression[] x = Unseen(step.Input, "KeepLastElseAbsent");
        if (x.Length == 1)
        {
            yield return new DeclareTwo(step.Max.Name, step.Second.Name, OnLanes("TwoGreatestInEveryLane", x));
            yield break;
        }

        if (Tail != 0)
        {
            yield return new Declare("unseen", x[x.Length - 1]);
            x[x.Length - 1] = "unseen";
        }

        string greatest = step.Max.Name + "Lanes";
        string second = step.Second.Name + "Lanes";
        yield return new Declare(second, OnLanes("Min", x[0], x[1]));
        yield return new Declare(greatest, OnLanes("Max", x[0], x[1]));
        for (int i = 2; i < x.Length; i++)
        {
            yield return KeepTwoGreatest(x[i], greatest, second);
        }

        yield return new DeclareTwo(step.Max.Name, step.Second.Name, OnLanes("TwoGreatestInEveryLane", greatest, second));
    }

    private IEnumerable<Statement> Total(TotalStep step)
    {
        if (Registers <= MostRegistersSummedAtOnce && step.Remainder is null)
        {
            yield return new Declare(step.Result.Name, OnLanes("Total", Unseen(step.Input, "KeepLast")));
            yield break;
        }

        Each?[] counted = [step.Input, step.Remainder];
        foreach (Each values in counted.OfType<Each>().Where(_ => Tail != 0))
        {
            yield return new Declare(values.Name + "Unseen", OnLanes("KeepLast", All(values)[Registers - 1], Tail));
        }

        Expression Register(Each values, int i) => values.Name + (Tail != 0 && i == Registers - 1 ? "Unseen" : Text(i));
        foreach (Statement statement in NothingCounted.Concat(Each(i =>
            Count(Register(step.Input, i), step.Remainder is null ? null : Register(step.Remainder, i)))))
        {
            yield return statement;
        }

        yield return new Declare(step.Result.Name, OnLanes(step.Remainder is null ? "Total" : "TotalInEveryLane", "coarse", "fine", Registers));
    }

    /// <summary>A bit for each value: the first is found without a branch that depends on where it stands.</summary>
    private IEnumerable<Statement> IndexOf(IndexOfStep step)
    {
        Expression Matches(int i) => IsShort
            ? OnLanes("MatchesOfRow", step.Input.Name + "0", step.Wanted.Name, Size)
            : OnLanes("Matches", step.Input.Name + i, step.Wanted.Name, Offset(i));
        yield return new Declare("matches", Enumerable.Range(0, Registers).Select(Matches).Aggregate((all, more) => new Operation(all, "|", more)));
        yield return new Declare(step.Result.Name, OnLanes("FirstOf", "matches"));
    }
}
