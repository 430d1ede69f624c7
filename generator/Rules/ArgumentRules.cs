using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Rules;

/// <summary>Do the arguments of the attributes ask for kernels that exist?</summary>
internal static class ArgumentRules
{
    public static List<Diagnostic> Violations(AnnotatedType type)
    {
        List<Diagnostic> violations = [];
        Dictionary<string, KernelAttribute> declared = new(StringComparer.Ordinal);
        foreach (KernelAttribute attribute in type.Attributes)
        {
            if (attribute.IsMalformed)
            {
                continue;
            }

            string elementType = attribute.ElementType;
            string size = Invariant.Text(attribute.Size.GetValueOrDefault());
            string kernel = size + elementType;
            if (!IsSize(attribute.Size))
            {
                violations.Add(Diagnostic.Create(Rule.SizeOutOfRange, attribute.Location(nameof(attribute.Size)), type.Name, Given(attribute.Size),
                    attribute.Size > Rule.MaximumSize ? ". For longer rows call 'SoftMath', which takes any length" : ""));
            }
            else if (declared.TryGetValue(kernel, out KernelAttribute first))
            {
                violations.Add(Diagnostic.Create(Rule.KernelDeclaredTwice, attribute.Location(), [first.Location()], type.Name, size, elementType));
            }
            else
            {
                declared.Add(kernel, attribute);
            }

            if (ElementTypeCatalog.Find(elementType) is null)
            {
                violations.Add(Diagnostic.Create(Rule.ElementTypeNotSupported, attribute.Location(nameof(attribute.ElementType)),
                    type.Name, elementType, Supported, Library(attribute.ElementTypeSymbol, type.Compilation)));
            }

            if (attribute.Operations == 0)
            {
                violations.Add(Diagnostic.Create(Rule.NoOperations, attribute.Location(nameof(attribute.Operations)), type.Name));
            }
        }

        return violations;
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

    /// <summary>What takes the type as it is.</summary>
    private static string Library(ITypeSymbol? type, Compilation compilation) =>
        type is not null && RuntimeLibrary.SoftMath(compilation) is { } softMath && RuntimeLibrary.Takes(type, softMath)
            ? ". For '" + type.Name + "' call 'SoftMath.Softmax<" + type.Name + ">' and its kin, which need no attribute"
            : "";

    private static string Given(int? size) => size is { } value ? "Size = " + Invariant.Text(value) : "no Size";
}
