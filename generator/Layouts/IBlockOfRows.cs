using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Layouts;

/// <summary>A layout of as many rows as a register has lanes: what is computed once a row is computed for all of them at once, a lane for each.</summary>
internal interface IBlockOfRows
{
    /// <summary>The rows of a block.</summary>
    int RowsPerBlock { get; }

    Plan Lower(Recipe recipe);
}
