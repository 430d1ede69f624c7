using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Parsing;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Diagnostics;

/// <summary>Is there room in the type for the generated methods?</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MemberAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Rules.MemberIsDeclaredAlready, Rules.TypeBearsMethodName);

    internal static List<Diagnostic> Violations(AnnotatedType type)
    {
        // Most types declare no name that begins like an operation; and without sound attributes there is no plan of methods to hold against the members.
        return DeclaresNameLikeOperation(type.Symbol) && !type.HasMalformedAttribute && ArgumentAnalyzer.Violations(type).Count == 0
            ? Clashes(type)
            : [];
    }

    private protected override List<Diagnostic> Check(AnnotatedType type) => Violations(type);

    private static bool DeclaresNameLikeOperation(INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (OperationNames.Begin(member.Name) && !IsGenerated(member))
            {
                return true;
            }
        }

        foreach (ITypeParameterSymbol parameter in type.TypeParameters)
        {
            if (OperationNames.Begin(parameter.Name))
            {
                return true;
            }
        }

        return OperationNames.Begin(type.Name);
    }

    private static List<Diagnostic> Clashes(AnnotatedType type)
    {
        List<Diagnostic> violations = [];
        ILookup<string, MethodSignature> planned = PlannedMethods.Of(KernelParser.Model(type)).ToLookup(method => method.Name, StringComparer.Ordinal);
        if (planned.Contains(type.Symbol.Name))
        {
            violations.Add(Diagnostic.Create(Rules.TypeBearsMethodName, type.Symbol.Locations[0], type.Name));
        }

        foreach (ISymbol member in Members(type.Symbol, planned.Select(methods => methods.Key)))
        {
            if (!IsGenerated(member) && planned[member.Name].Any(method => Clash(member, method)))
            {
                violations.Add(Diagnostic.Create(Rules.MemberIsDeclaredAlready, member.Locations[0], type.Name, Signature(member)));
            }
        }

        return violations;
    }

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, IEnumerable<string> names) =>
        names.SelectMany(name => type.GetMembers(name).Concat(type.TypeParameters.Where(parameter => parameter.Name == name)));

    private static string Signature(ISymbol member) => member.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut)
        .WithKindOptions(SymbolDisplayKindOptions.None));

    /// <summary>Methods share a name when their parameters differ (CS0111); nothing else shares one (CS0102).</summary>
    private static bool Clash(ISymbol member, MethodSignature planned) =>
        member is not IMethodSymbol method
        || (method.Arity == 0 && method.Parameters.Select(ParameterType).SequenceEqual(planned.ParameterTypes));

    /// <summary>Overloads may differ in whether a parameter is by reference, but not in how.</summary>
    private static string ParameterType(IParameterSymbol parameter) =>
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
