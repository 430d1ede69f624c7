using System;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Diagnostics;

/// <summary>The first question to a name, which nearly all names end.</summary>
internal static class OperationNames
{
    /// <summary>Whether it begins like a generated method's.</summary>
    public static bool Begin(string name)
    {
        foreach (Recipe recipe in RecipeCatalog.All)
        {
            if (name.StartsWith(recipe.Name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
