using System.Collections.Generic;
using System.Linq;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Recipes;

/// <summary>Every method that will stand in a type's generated file.</summary>
internal static class PlannedMethods
{
    public static IReadOnlyList<MethodSignature> Of(KernelTypeModel type) =>
        type.Kernels.SelectMany(OfKernel).Select(shape => shape.Signature).Distinct().ToArray();

    private static IEnumerable<MethodShape> OfKernel(KernelModel kernel)
    {
        ElementType type = ElementTypeCatalog.Get(kernel.ElementType);
        foreach (Recipe recipe in RecipeCatalog.Of(kernel))
        {
            yield return MethodShapes.Row(recipe, type, kernel.Size);
            yield return MethodShapes.Rows(recipe, type, kernel.Size);
            yield return MethodShapes.AnyLength(recipe, type);
            yield return MethodShapes.Core(recipe, type, kernel.Size);
            yield return MethodShapes.RowsCore(recipe, type, kernel.Size);
        }
    }
}
