using System;
using SoftKernels.Generator.Operations;

namespace SoftKernels.Generator.Rules;

/// <summary>The first question to a name, which nearly all names end.</summary>
internal static class OperationNames
{
    /// <summary>Whether it begins like a generated method's.</summary>
    public static bool Begin(string name)
    {
        foreach (Operation operation in OperationCatalog.All)
        {
            if (name.StartsWith(operation.Name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
