using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Parsing;

namespace SoftKernels.Generator.Diagnostics;

/// <summary>Do the arguments of the attributes ask for kernels that exist?</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ArgumentAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Rules.SizeOutOfRange, Rules.KernelDeclaredTwice, Rules.ElementTypeNotSupported, Rules.NoOperations);

    internal static List<Diagnostic> Violations(AnnotatedType type)
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
            if (attribute.Size is not { } size || size is < 1 or > Rules.MaximumSize)
            {
                violations.Add(Diagnostic.Create(Rules.SizeOutOfRange, attribute.Location(nameof(attribute.Size)), type.Name, Given(attribute.Size)));
            }
            else if (declared.TryGetValue(elementType + Invariant(size), out KernelAttribute first))
            {
                violations.Add(Diagnostic.Create(
                    Rules.KernelDeclaredTwice, attribute.Location(), [first.Location()], type.Name, Invariant(size), elementType));
            }
            else
            {
                declared.Add(elementType + Invariant(size), attribute);
            }

            if (!ElementTypeCatalog.Keywords.Contains(elementType))
            {
                violations.Add(Diagnostic.Create(Rules.ElementTypeNotSupported, attribute.Location(nameof(attribute.ElementType)),
                    type.Name, elementType, Supported));
            }

            if (attribute.Operations == 0)
            {
                violations.Add(Diagnostic.Create(Rules.NoOperations, attribute.Location(nameof(attribute.Operations)), type.Name));
            }
        }

        return violations;
    }

    private protected override List<Diagnostic> Check(AnnotatedType type) => Violations(type);

    private static string Supported => string.Join(" or ", ElementTypeCatalog.Keywords.Select(keyword => $"'ElementType = typeof({keyword})'"));

    private static string Given(int? size) => size is { } value ? $"Size = {Invariant(value)}" : "no Size";

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);
}
