using System;
using System.Collections.Generic;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Layouts;

/// <summary>
/// Rows turned into columns: one register holds one column of a block of rows. Maxima and sums then run from register to register, and
/// no lane is idle.
/// </summary>
internal sealed class RowsAcrossLanes(int width, int lanes, int size) : LoopedBlock(width, lanes, size)
{
    public override string Memory => "columns";

    /// <summary>The columns, at least those that 128 bits of a row hold.</summary>
    protected override int MemoryRegisters => Math.Max(Size, 128 * Lanes / Width);

    /// <summary>The values of a block of rows.</summary>
    private int BlockSize => Size * Lanes;

    protected override int RegistersToLoop => Size;

    protected override int Tail => 0;

    protected override string Words => $"{Lanes} rows at a time, a register for each column";

    protected override IEnumerable<Paragraph> Before =>
    [
        new("Rows to columns.", [new Evaluate(
            OnLanes("LoadColumns", new Reference("source"), new Operation("row", "*", Size), Size, new Reference(Memory)))]),
    ];

    protected override IEnumerable<Paragraph> After(Recipe recipe) => recipe.Result.Kind != ResultKind.Row ? [] :
    [
        new("Columns to rows.", [new Evaluate(
            OnLanes("StoreColumns", new Reference(Memory), Size, new Reference("destination"), new Operation("row", "*", Size)))]),
    ];

    protected override Expression Load(Each values, Expression offset) => OnLanes("Load", new Reference(Memory), offset);

    protected override Statement Store(Expression values, Expression offset) =>
        new Evaluate(OnLanes("Store", values, new Reference(Memory), offset));

    protected override string Gathered(OfRow value) => value.Name;

    protected override IEnumerable<Statement> End(Step step) => step switch
    {
        RequireStep require => [Require(require, "sum")],
        TotalStep total => [new Declare(total.Result.Name, OnLanes("Totals", "coarse", "fine", Size))],
        _ => [],
    };

    protected override IEnumerable<Statement> LowerRow(Step step, Recipe recipe) => step switch
    {
        IndexOfStep index => IndexOf(index),
        StoreOneHotStep oneHot => [new For("i", 0, BlockSize, Lanes,
            [Store(OnLanes("OneWhereEqual", oneHot.Index.Name, OnLanes("Create", new Operation("i", "/", Lanes))), "i")])],
        _ => base.LowerRow(step, recipe),
    };

    /// <summary>From the last column to the first, so that the first of several stays.</summary>
    private IEnumerable<Statement> IndexOf(IndexOfStep step)
    {
        string index = step.Result.Name;
        yield return new Declare(index, OnLanes("Zero"));
        yield return new For("i", BlockSize - Lanes, 0, -Lanes,
            [new Assign(index, OnLanes("IndexWhereEqual", OnLanes("Load", new Reference(Memory), "i"), step.Wanted.Name, new Operation("i", "/", Lanes), index))]);
    }
}
