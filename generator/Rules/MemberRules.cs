using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Planning;

namespace SoftKernels.Generator.Rules;

/// <summary>Is there room in the type for the methods that are planned for it?</summary>
internal static class MemberRules
{
    public static List<Diagnostic> Violations(AnnotatedType type)
    {
        // Most types bear and declare no name that begins like an operation; and without sound attributes there is no plan of methods to hold against the members.
        return BearsNameLikeOperation(type.Symbol) && !type.HasMalformedAttribute && ArgumentRules.Violations(type).Count == 0
            ? Clashes(type)
            : [];
    }

    /// <summary>Whether a method has a planned one's parameters.</summary>
    public static bool HasParametersOf(IMethodSymbol method, MethodShape planned)
    {
        string[] types = planned.Signature;
        if (method.Arity != 0 || method.Parameters.Length != types.Length)
        {
            return false;
        }

        for (int i = 0; i < types.Length; i++)
        {
            if (Type(method.Parameters[i]) != types[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Methods share a name when their parameters differ (CS0111); nothing else shares one (CS0102).</summary>
    public static bool Clash(ISymbol member, MethodShape planned) => member is not IMethodSymbol method || HasParametersOf(method, planned);

    private static bool BearsNameLikeOperation(INamedTypeSymbol type)
    {
        foreach (ITypeParameterSymbol parameter in type.TypeParameters)
        {
            if (OperationNames.Begin(parameter.Name))
            {
                return true;
            }
        }

        return OperationNames.Begin(type.Name)
            || (MayDeclareNameLikeOperation(type) && DeclaresNameLikeOperation(type))
            || InheritedMembers.HaveNameLikeOperation(type);
    }

    /// <summary>Asks for names, which the compiler knows without binding a member, and without the names of types and of a record's parameters.</summary>
    private static bool MayDeclareNameLikeOperation(INamedTypeSymbol type)
    {
        foreach (string name in type.MemberNames)
        {
            if (OperationNames.Begin(name))
            {
                return true;
            }
        }

        return type.IsRecord || !type.GetTypeMembers().IsEmpty;
    }

    private static bool DeclaresNameLikeOperation(INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (OperationNames.Begin(member.Name) && !IsGenerated(member))
            {
                return true;
            }
        }

        return false;
    }

    private static List<Diagnostic> Clashes(AnnotatedType type)
    {
        List<Diagnostic> violations = [];
        ILookup<string, MethodPlan> planned = KernelMethods.Of(type.Kernels).ToLookup(method => method.Shape.Name, StringComparer.Ordinal);
        if (planned.Contains(type.Symbol.Name))
        {
            violations.Add(Diagnostic.Create(Rule.TypeBearsMethodName, type.Symbol.Locations[0], type.Name));
        }

        foreach (ISymbol member in Members(type.Symbol, planned.Select(methods => methods.Key)))
        {
            if (!IsGenerated(member) && planned[member.Name].Any(method => Clash(member, method.Shape)))
            {
                violations.Add(Diagnostic.Create(Rule.MemberIsDeclaredAlready, member.Locations[0], type.Name,
                    "declares", Signature(member), "which [SoftKernel] would generate: rename or remove it"));
            }
        }

        foreach (ISymbol member in InheritedMembers.Abstract(type.Symbol, planned))
        {
            violations.Add(Inherited(type, "inherits the abstract", member,
                "which a generated method would hide, so that nothing could override it (CS0533): move the attribute to another type"));
        }

        foreach (ISymbol member in InheritedMembers.Unimplemented(type.Symbol, planned))
        {
            violations.Add(Inherited(type, "does not implement", member, "and the static method that [SoftKernel] would generate can't (CS0736): implement it explicitly"));
        }

        return violations;
    }

    /// <summary>At the type, since the member is declared in another, if not in another assembly.</summary>
    private static Diagnostic Inherited(AnnotatedType type, string how, ISymbol member, string advice) => Diagnostic.Create(Rule.MemberIsDeclaredAlready,
        type.Symbol.Locations[0], type.Name, how, member.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "." + Signature(member), advice);

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, IEnumerable<string> names) =>
        names.SelectMany(name => type.GetMembers(name).Concat(type.TypeParameters.Where(parameter => parameter.Name == name)));

    private static string Signature(ISymbol member) => member.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut)
        .WithKindOptions(SymbolDisplayKindOptions.None));

    /// <summary>Overloads may differ in whether a parameter is by reference, but not in how.</summary>
    private static string Type(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>An analyzer sees the generator's file among the user's.</summary>
    private static bool IsGenerated(ISymbol member)
    {
        foreach (Location location in member.Locations)
        {
            if (location.SourceTree?.FilePath.EndsWith(FileNames.Suffix, StringComparison.Ordinal) == true)
            {
                return true;
            }
        }

        return false;
    }
}
