using System.Collections.Generic;
using System.Linq;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Recipes;

/// <summary>Every method that will stand in a type's generated file.</summary>
internal static class PlannedMethods
{
    private static readonly int[] s_widths = [512, 256, 128];

    public static IReadOnlyList<MethodSignature> Of(KernelTypeModel type) =>
        type.Kernels.SelectMany(OfKernel).Select(shape => shape.Signature).Distinct().ToArray();

    /// <summary>Those that users call.</summary>
    public static IEnumerable<PublicMethod> Public(KernelModel kernel)
    {
        ElementType type = ElementTypeCatalog.Get(kernel.ElementType);
        foreach (Recipe recipe in RecipeCatalog.Of(kernel))
        {
            yield return new(MethodShapes.Row(recipe, type, kernel.Size), recipe, MethodForm.Row, kernel.Size);
            yield return new(MethodShapes.Rows(recipe, type, kernel.Size), recipe, MethodForm.Rows, kernel.Size);
            yield return new(MethodShapes.AnyLength(recipe, type), recipe, MethodForm.AnyLength, kernel.Size);
        }
    }

    private static IEnumerable<MethodShape> OfKernel(KernelModel kernel) => Public(kernel).Select(method => method.Shape).Concat(Private(kernel));

    private static IEnumerable<MethodShape> Private(KernelModel kernel)
    {
        ElementType type = ElementTypeCatalog.Get(kernel.ElementType);
        foreach (Recipe recipe in RecipeCatalog.Of(kernel))
        {
            yield return MethodShapes.Core(recipe, type, kernel.Size);
            foreach (int width in s_widths)
            {
                yield return MethodShapes.RowsBy(width / type.Bits, recipe, type, kernel.Size);
            }
        }
    }
}

/// <summary>A method that users call.</summary>
internal sealed record PublicMethod(MethodShape Shape, Recipe Recipe, MethodForm Form, int Size);

/// <summary>Which lengths a method takes.</summary>
internal enum MethodForm
{
    /// <summary>Exactly N values.</summary>
    Row,

    /// <summary>A multiple of N values.</summary>
    Rows,

    /// <summary>Any length.</summary>
    AnyLength,
}
