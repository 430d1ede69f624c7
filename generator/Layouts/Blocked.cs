using System;
using System.Collections.Generic;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Layouts;

/// <summary>Passes over one row, a few registers at a time. Weights that a later pass needs wait in the destination.</summary>
internal sealed class Blocked(int width, int lanes, int size) : Looped(width, lanes, size)
{
    protected override int RegistersToLoop => WholeRegisters;

    protected override string Words => $"loops over {WholeRegisters} registers of {Lanes}"
        + (Tail == 0 ? "" : $" and one for the last {Tail}, which overlaps");

    protected override Expression Load(Each values, Expression offset) =>
        OnLanes("Load", new Reference(values.Name == "x" ? "source" : "destination"), offset);

    protected override Statement Store(Expression values, Expression offset) =>
        new Evaluate(OnLanes("Store", values, new Reference("destination"), offset));

    protected override string Gathered(OfRow value) => value.Name + "Lanes";

    protected override IEnumerable<Statement> End(Step step) => step switch
    {
        MaxStep max => [new Declare(max.Result.Name, OnLanes("MaxInEveryLane", Gathered(max.Result)))],
        TwoGreatestStep two => [new DeclareTwo(two.Max.Name, two.Second.Name, OnLanes("TwoGreatestInEveryLane", Gathered(two.Max), Gathered(two.Second)))],
        RequireStep require => [Require(require, "sum")],
        TotalStep total => [new Declare(total.Result.Name, OnLanes("Total", "coarse", "fine", Registers))],
        _ => [],
    };

    protected override IEnumerable<Statement> LowerRow(Step step, Recipe recipe) => step switch
    {
        ComputeStep compute => [Compute(compute)],
        IndexOfStep index => IndexOf(index),
        StoreOneHotStep oneHot => StoreOneHot(oneHot, recipe.Result.Destination),
        ReturnStep result => [ReturnValue(result, recipe)],
        _ => throw new NotSupportedException(step.ToString()),
    };

    private IEnumerable<Statement> IndexOf(IndexOfStep step)
    {
        string result = step.Result.Name;
        Expression Find(Expression offset) =>
            OnLanes("IndexOf", OnLanes("Load", new Reference("source"), offset), step.Wanted.Name, offset);
        yield return new Declare(result, -1);
        yield return new For("i", 0, WholeRegisters * Lanes, Lanes,
        [
            new Assign(result, Find("i")),
            new If(new Operation(result, ">=", 0), [new Break()]),
        ]);
        if (Tail != 0)
        {
            yield return new If(new Operation(result, "<", 0), [new Assign(result, Find(Size - Lanes))]);
        }
    }
}
