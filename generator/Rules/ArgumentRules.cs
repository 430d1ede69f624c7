using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Rules;

/// <summary>Do the arguments of the attributes ask for kernels that exist?</summary>
internal static class ArgumentRules
{
    public static IEnumerable<Diagnostic> Violations(AnnotatedType type)
    {
        var declared = new Dictionary<string, Location>();
        foreach (KernelAttribute attribute in type.Attributes)
        {
            if (attribute.IsMalformed)
            {
                continue;
            }

            string elementType = attribute.ElementType;
            int size = attribute.Size.GetValueOrDefault();
            string kernel = Invariant.Text(size) + elementType;
            if (!IsSize(attribute.Size))
            {
                yield return Diagnostic.Create(Rule.SizeOutOfRange, attribute.Location(nameof(attribute.Size)), type.Name, Given(attribute.Size));
            }
            else if (declared.TryGetValue(kernel, out Location first))
            {
                yield return Diagnostic.Create(Rule.KernelDeclaredTwice, attribute.Location(), [first], type.Name, Invariant.Text(size), elementType);
            }
            else
            {
                declared.Add(kernel, attribute.Location());
            }

            if (ElementTypeCatalog.Find(elementType) is null)
            {
                yield return Diagnostic.Create(Rule.ElementTypeNotSupported, attribute.Location(nameof(attribute.ElementType)),
                    type.Name, elementType, Supported);
            }

            if (attribute.Operations == 0)
            {
                yield return Diagnostic.Create(Rule.NoOperations, attribute.Location(nameof(attribute.Operations)), type.Name);
            }
        }
    }

    public static bool IsSize(int? size) => size is >= 1 and <= Rule.MaximumSize;

    private static string Supported
    {
        get
        {
            List<string> supported = [];
            foreach (ElementType type in ElementTypeCatalog.All)
            {
                supported.Add("'ElementType = typeof(" + type.Keyword + ")'");
            }

            return string.Join(" or ", supported);
        }
    }

    private static string Given(int? size) => size is { } value ? "Size = " + Invariant.Text(value) : "no Size";
}
