using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Layouts;

/// <summary>A layout of as many rows as a register has lanes: what is computed once a row is computed for all of them at once.</summary>
internal interface IBlockOfRows
{
    /// <summary>The rows of a block.</summary>
    int RowsPerBlock { get; }

    /// <summary>The memory that a block needs beside source and destination, in values.</summary>
    int BlockMemory { get; }

    Plan Lower(Recipe recipe);
}
