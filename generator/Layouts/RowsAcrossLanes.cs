using System;
using System.Collections.Generic;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Layouts;

/// <summary>
/// As many rows at a time as a register has lanes, turned into columns: one register holds one column of them. Maxima and sums
/// then run from register to register, no lane is idle, and what is computed once a row is computed for all those rows at once.
/// </summary>
internal sealed class RowsAcrossLanes(int width, int lanes, int size) : Looped(width, lanes, size), IBlockOfRows
{
    private const string Columns = "columns";

    /// <summary>The memory of a block of rows, in values: its columns, at least those that 128 bits of a row hold, and room to align them.</summary>
    public int BlockMemory => (Math.Max(Size, 128 * Lanes / Width) + 1) * Lanes;

    /// <summary>The rows of a block.</summary>
    public int RowsPerBlock => Lanes;

    /// <summary>The values of a block of rows.</summary>
    private int BlockSize => Size * Lanes;

    protected override int RegistersToLoop => Size;

    protected override int Tail => 0;

    protected override string Words => $"{Lanes} rows at a time, a register for each column";

    protected override IEnumerable<Paragraph> Before =>
    [
        new("Rows to columns.", [new Evaluate(
            OnLanes("LoadColumns", new Reference("source"), new Operation("row", "*", Size), Size, new Reference(Columns)))]),
    ];

    protected override IEnumerable<Paragraph> After(Recipe recipe) => recipe.Result.Kind != ResultKind.Row ? [] :
    [
        new("Columns to rows.", [new Evaluate(
            OnLanes("StoreColumns", new Reference(Columns), Size, new Reference("destination"), new Operation("row", "*", Size)))]),
    ];

    protected override Expression Load(Each values, Expression offset) => OnLanes("Load", new Reference(Columns), offset);

    protected override Statement Store(Expression values, Expression offset) =>
        new Evaluate(OnLanes("Store", values, new Reference(Columns), offset));

    protected override string Gathered(OfRow value) => value.Name;

    protected override IEnumerable<Statement> End(Step step) => step switch
    {
        RequireStep require => [RequireOfRows(require, "sum")],
        TotalStep total => [new Declare(total.Result.Name, OnLanes("Totals", "coarse", "fine", Size))],
        _ => [],
    };

    protected override IEnumerable<Statement> LowerRow(Step step, Recipe recipe) => step switch
    {
        ComputeStep compute => [new Declare(compute.Result.Name, ComputeOfRows(compute))],
        IndexOfStep index => IndexOf(index),
        StoreOneHotStep oneHot => [new For("i", 0, BlockSize, Lanes,
            [Store(OnLanes("OneWhereEqual", oneHot.Index.Name, OnLanes("Create", new Operation("i", "/", Lanes))), "i")])],
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
            [new Assign(index, OnLanes("IndexWhereEqual", OnLanes("Load", new Reference(Columns), "i"), step.Wanted.Name, new Operation("i", "/", Lanes), index))]);
    }
}
