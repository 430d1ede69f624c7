using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Planning;

namespace SoftKernels.Generator.Rules;

/// <summary>Is there room in the type for the methods that are planned for it?</summary>
internal static class MemberRules
{
    private static readonly SymbolDisplayFormat s_signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut)
        .WithKindOptions(SymbolDisplayKindOptions.None);

    public static IEnumerable<Diagnostic> Violations(AnnotatedType type)
    {
        // Without sound attributes there is no plan of methods to hold against the members; and most types have no name that begins like an
        // operation, so that none is needed.
        if (type.Attributes.Any(attribute => attribute.IsMalformed) || ArgumentRules.Violations(type).Any() || !MayClash(type.Symbol))
        {
            yield break;
        }

        ILookup<string, MethodPlan> planned = KernelMethods.Of(type.Kernels).ToLookup(method => method.Shape.Name, StringComparer.Ordinal);

        if (planned.Contains(type.Symbol.Name))
        {
            yield return Diagnostic.Create(Rule.TypeBearsMethodName, type.Symbol.Locations[0], type.Name);
        }

        foreach (ISymbol member in Members(type.Symbol, planned.Select(methods => methods.Key)))
        {
            if (planned[member.Name].Any(method => Clash(member, method.Shape)) && !IsGenerated(member))
            {
                yield return Diagnostic.Create(Rule.MemberIsDeclaredAlready, member.Locations[0], type.Name, member.ToDisplayString(s_signature));
            }
        }
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

    private static bool MayClash(INamedTypeSymbol type)
    {
        foreach (ISymbol symbol in type.GetMembers().Concat(type.TypeParameters).Append(type))
        {
            foreach (Operation operation in OperationCatalog.All)
            {
                if (symbol.Name.StartsWith(operation.Name, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, IEnumerable<string> names) =>
        names.SelectMany(name => type.GetMembers(name).Concat(type.TypeParameters.Where(parameter => parameter.Name == name)));

    /// <summary>Methods share a name when their parameters differ (CS0111); nothing else shares one (CS0102).</summary>
    private static bool Clash(ISymbol member, MethodShape planned) => member is not IMethodSymbol method || HasParametersOf(method, planned);

    /// <summary>Overloads may differ in whether a parameter is by reference, but not in how.</summary>
    private static string Type(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>An analyzer sees the generator's file among the user's.</summary>
    private static bool IsGenerated(ISymbol member) =>
        member.Locations.Any(location => location.SourceTree?.FilePath.EndsWith(FileNames.Suffix, StringComparison.Ordinal) == true);
}
