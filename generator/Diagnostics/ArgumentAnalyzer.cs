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

    internal static IEnumerable<Diagnostic> Violations(AnnotatedType type)
    {
        var declared = new Dictionary<(string ElementType, int Size), Location>();
        foreach (KernelAttribute attribute in type.Attributes.Where(attribute => !attribute.IsMalformed))
        {
            if (!HasSize(attribute, out int size))
            {
                yield return Diagnostic.Create(Rules.SizeOutOfRange, attribute.Location(nameof(attribute.Size)), type.Name, Given(attribute.Size));
            }
            else if (declared.TryGetValue((attribute.ElementType, size), out Location first))
            {
                yield return Diagnostic.Create(Rules.KernelDeclaredTwice, attribute.Location(), [first], type.Name, Invariant(size), attribute.ElementType);
            }
            else
            {
                declared.Add((attribute.ElementType, size), attribute.Location());
            }

            if (!ElementTypeCatalog.Keywords.Contains(attribute.ElementType))
            {
                yield return Diagnostic.Create(Rules.ElementTypeNotSupported, attribute.Location(nameof(attribute.ElementType)),
                    type.Name, attribute.ElementType, Supported);
            }

            if (attribute.Operations == 0)
            {
                yield return Diagnostic.Create(Rules.NoOperations, attribute.Location(nameof(attribute.Operations)), type.Name);
            }
        }
    }

    private protected override IEnumerable<Diagnostic> Check(AnnotatedType type) => Violations(type);

    private static string Supported => string.Join(" or ", ElementTypeCatalog.Keywords.Select(keyword => $"'ElementType = typeof({keyword})'"));

    private static bool HasSize(KernelAttribute attribute, out int size)
    {
        size = attribute.Size.GetValueOrDefault();
        return size is >= 1 and <= Rules.MaximumSize;
    }

    private static string Given(int? size) => size is { } value ? $"Size = {Invariant(value)}" : "no Size";

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);
}
