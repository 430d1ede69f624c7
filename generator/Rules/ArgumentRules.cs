using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;

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
            string kernel = size + elementType + " " + attribute.SizeName;
            if (attribute.HasSizeTwice)
            {
                violations.Add(Diagnostic.Create(Rule.SizeGivenTwice, attribute.Location(nameof(attribute.Size)), [attribute.Unnamed!.GetLocation()],
                    type.Name, Invariant.Text(attribute.UnnamedSize.GetValueOrDefault()), size));
            }
            else if (!IsSize(attribute.Size))
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

            if (ElementTypeCatalog.Find(elementType) is not { } element)
            {
                violations.Add(Diagnostic.Create(Rule.ElementTypeNotSupported, attribute.Location(nameof(attribute.ElementType)),
                    type.Name, elementType, Supported(type.Compilation), Library(attribute.ElementTypeSymbol, type.Compilation)));
            }
            else if (element.IsCarried && !IsTaken(attribute.ElementTypeSymbol!, type.Compilation))
            {
                violations.Add(NeedsNewerTarget(attribute, type.Name, element));
            }

            if (attribute.Operations == 0)
            {
                violations.Add(Diagnostic.Create(Rule.NoOperations, attribute.Location(nameof(attribute.Operations)), type.Name, NothingNamed));
            }
            else if (WordsOfLacking(attribute.Extras, attribute.Operations, OperationCatalog.All) is { } words)
            {
                violations.Add(Diagnostic.Create(Rule.NoOperations, attribute.Location(nameof(attribute.Extras)), type.Name, words));
            }

            if (NameRules.Violation(attribute, type.Name) is { } misnamed)
            {
                violations.Add(misnamed);
            }
        }

        if (violations.Count == 0 && !type.HasMalformedAttribute)
        {
            violations.AddRange(NameRules.Clashes(type));
        }

        return violations;
    }

    /// <summary>What is to be said of extras that none of the operations has: one that has it is enough.</summary>
    /// <param name="extras">Those that are asked for.</param>
    /// <param name="flags">The bits of the operations that are asked for.</param>
    /// <param name="operations">Those that there are.</param>
    public static string? WordsOfLacking(Extras extras, int flags, IReadOnlyList<Operation> operations)
    {
        Extras lacking = extras & ~OperationCatalog.ExtrasOf(operations, flags);
        if (lacking == Extras.None)
        {
            return null;
        }

        List<string> having = [];
        foreach (Operation operation in operations)
        {
            // Overloads share a name.
            string name = "'" + operation.Member + "'";
            if (operation.HasMember && operation.Extra == Extras.None && (OperationCatalog.ExtrasOf(operations, operation.Flag) & lacking) == lacking && !having.Contains(name))
            {
                having.Add(name);
            }
        }

        return "asks for '" + lacking + "', which none of its operations has: leave that out of 'Extras'"
            + (having.Count > 0 ? ", or name an operation that has it, which is " + string.Join(" or ", having) : "");
    }

    /// <summary>What those attributes of a type ask for, in source or in a referenced assembly, that there are methods for.</summary>
    public static List<KernelModel> Sound(INamedTypeSymbol type)
    {
        List<KernelModel> sound = [];
        foreach (KernelDeclaration declaration in KernelDeclaration.Of(type))
        {
            if (IsSize(declaration.Size) && ElementTypeCatalog.Find(declaration.ElementType) is not null)
            {
                sound.Add(declaration.Model);
            }
        }

        return sound;
    }

    public static bool IsSize(int? size) => size is >= 1 and <= Rule.MaximumSize;

    private const string NothingNamed =
        "names no operation, so there is nothing to generate: name at least one ('|' joins several), or leave 'Operations' out for those of 'Core'";

    private static string Supported(Compilation compilation)
    {
        bool isCarrying = RuntimeLibrary.SoftMath(compilation) is { } softMath && RuntimeLibrary.IsGeneric(softMath);
        List<string> supported = [];
        foreach (ElementType type in ElementTypeCatalog.All)
        {
            if (isCarrying || !type.IsCarried)
            {
                supported.Add("'ElementType = typeof(" + type.Name + ")'");
            }
        }

        return string.Join(" or ", supported);
    }

    /// <summary>Of a type that is carried, where nothing carries it.</summary>
    public static Diagnostic NeedsNewerTarget(KernelAttribute attribute, string type, ElementType element) => Diagnostic.Create(
        Rule.ElementTypeNeedsNewerTarget, attribute.Location(nameof(attribute.ElementType)), type, element.Name, element.ComputedIn.Name);

    private static bool IsTaken(ITypeSymbol type, Compilation compilation) => RuntimeLibrary.SoftMath(compilation) is { } softMath && RuntimeLibrary.Takes(type, softMath);

    /// <summary>What takes the type as it is.</summary>
    private static string Library(ITypeSymbol? type, Compilation compilation) =>
        type is not null && IsTaken(type, compilation)
            ? ". For '" + type.Name + "' call 'SoftMath.Softmax<" + type.Name + ">' and its kin, which need no attribute"
            : "";

    private static string Given(int? size) => size is { } value ? "Size = " + Invariant.Text(value) : "no Size";
}
