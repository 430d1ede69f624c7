using System.Collections.Generic;
using System.Linq;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Recipes;

/// <summary>The operations: one line each, in the order in which they are written.</summary>
internal static class RecipeCatalog
{
    public static IReadOnlyList<Recipe> All { get; } =
    [
        new SoftmaxRecipe(),
        new LogSoftmaxRecipe(),
        new LogSumExpRecipe(),
        new MaxRecipe(),
        new ArgMaxRecipe(),
        new HardMaxRecipe(),
    ];

    /// <summary>The operations that a kernel asks for.</summary>
    public static IEnumerable<Recipe> Of(KernelModel kernel) => All.Where(recipe => (kernel.Operations & recipe.Flag) != 0);
}
