using System;
using System.Collections;
using System.Collections.Generic;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SoftKernels.Generator.Tests.Harness;

/// <summary>Looks through everything that a value holds for what must not be cached: it would keep a whole compilation alive.</summary>
internal static class SymbolSearch
{
    /// <param name="value">Where to begin.</param>
    /// <param name="mayHoldTrees">Trees hold no more than text: a step may compare them.</param>
    /// <returns>The path to the first such object, or <see langword="null"/>.</returns>
    public static string? Find(object? value, bool mayHoldTrees = false) =>
        Find(value, "value", mayHoldTrees, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static string? Find(object? value, string path, bool mayHoldTrees, HashSet<object> seen)
    {
        if (value is null or string or Pointer || (mayHoldTrees && value is SyntaxTree) || value.GetType() is { IsPrimitive: true } or { IsEnum: true })
        {
            return null;
        }

        if (value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Compilation or SemanticModel or AttributeData or Location or Diagnostic
            or IOperation or SourceText)
        {
            return $"{path} is a {value.GetType().Name}";
        }

        if (!seen.Add(value))
        {
            return null;
        }

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                if (Find(item, path + "[]", mayHoldTrees, seen) is { } found)
                {
                    return found;
                }
            }
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (Find(field.GetValue(value), $"{path}.{field.Name}", mayHoldTrees, seen) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }
}
