using System;
using System.Collections.Generic;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Layouts;

/// <summary>
/// As many rows at a time as a register has lanes: what is computed once a row is computed for all of them at once, a lane for each.
/// </summary>
/// <param name="width">The register width in bits.</param>
/// <param name="lanes">Values in a register.</param>
/// <param name="size">N.</param>
internal abstract class LoopedBlock(int width, int lanes, int size) : Looped(width, lanes, size), IBlockOfRows
{
    public int RowsPerBlock => Lanes;

    /// <summary>What the memory beside source and destination is called.</summary>
    public abstract string Memory { get; }

    /// <summary>The size of that memory, in values, with room to align it.</summary>
    public int MemorySize => (MemoryRegisters + 1) * Lanes;

    protected abstract int MemoryRegisters { get; }

    /// <summary>A step that is done once a row, done for all rows of the block.</summary>
    protected Expression ComputeRows(ComputeStep step) => ComputeOfRows(step, RowValue);

    /// <summary>A value of each row, as later steps find it.</summary>
    protected virtual Expression RowValue(OfRow value) => value.Name;

    protected override IEnumerable<Statement> LowerRow(Step step, Recipe recipe) => step switch
    {
        ComputeStep compute => [new Declare(compute.Result.Name, ComputeRows(compute))],
        ReturnStep result => [new Evaluate(OnLanes(
            recipe.Result.Kind == ResultKind.Index ? "StoreIndices" : "Store", result.Value.Name, new Reference("destination"), "row"))],
        _ => throw new NotSupportedException(step.ToString()),
    };
}
