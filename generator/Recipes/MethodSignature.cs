using System.Linq;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Recipes;

/// <summary>A method that the generator writes, as far as overload resolution sees it.</summary>
internal sealed record MethodSignature(string Name, EquatableArray<string> ParameterTypes);

/// <summary>How the methods of an operation look.</summary>
internal static class MethodShapes
{
    /// <summary>Exactly N values.</summary>
    public static MethodShape Row(Recipe recipe, ElementType type, int size) => Shape(recipe, type, recipe.Name + Number(size));

    /// <summary>Any number of rows of N values each.</summary>
    public static MethodShape Rows(Recipe recipe, ElementType type, int size) => new(
        "void",
        recipe.Name + Number(size) + "Rows",
        [
            new($"global::System.ReadOnlySpan<{type.Keyword}>", recipe.Source),
            new($"global::System.Span<{ResultType(recipe, type)}>", recipe.Result.Destination),
        ]);

    /// <summary>Any length.</summary>
    public static MethodShape AnyLength(Recipe recipe, ElementType type) => Shape(recipe, type, recipe.Name);

    /// <summary>The body that row and rows share; private.</summary>
    public static MethodShape Core(Recipe recipe, ElementType type, int size) => Shape(recipe, type, recipe.Name + Number(size) + "Core");

    /// <summary>As many rows as go in blocks of so many; private, and returns how many those were.</summary>
    public static MethodShape RowsBy(int rowsPerBlock, Recipe recipe, ElementType type, int size)
    {
        MethodShape rows = Rows(recipe, type, size);
        return rows with { ReturnType = "int", Name = $"{rows.Name}By{Number(rowsPerBlock)}" };
    }

    private static MethodShape Shape(Recipe recipe, ElementType type, string name)
    {
        Parameter source = new($"global::System.ReadOnlySpan<{type.Keyword}>", recipe.Source);
        return recipe.Result.Kind == ResultKind.Row
            ? new("void", name, [source, new($"global::System.Span<{type.Keyword}>", recipe.Result.Destination)])
            : new(ResultType(recipe, type), name, [source]);
    }

    private static string ResultType(Recipe recipe, ElementType type) => recipe.Result.Kind == ResultKind.Index ? "int" : type.Keyword;

    private static string Number(int size) => size.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A method's return type, name and parameters.</summary>
internal sealed record MethodShape(string ReturnType, string Name, Parameter[] Parameters)
{
    public MethodSignature Signature => new(Name, new(Parameters.Select(parameter => parameter.Type)));
}

/// <summary>A parameter.</summary>
internal sealed record Parameter(string Type, string Name);
