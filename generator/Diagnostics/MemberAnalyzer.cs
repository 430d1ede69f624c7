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
    private static readonly SymbolDisplayFormat s_signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut)
        .WithKindOptions(SymbolDisplayKindOptions.None);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Rules.MemberIsDeclaredAlready, Rules.TypeBearsMethodName);

    internal static IEnumerable<Diagnostic> Violations(AnnotatedType type)
    {
        // Without sound attributes there is no plan of methods to hold against the members.
        if (type.Attributes.Any(attribute => attribute.IsMalformed) || ArgumentAnalyzer.Violations(type).Any())
        {
            yield break;
        }

        // Most types have no name that begins like an operation, and the plan is not needed.
        if (!Names(type.Symbol).Any(name => RecipeCatalog.All.Any(recipe => name.StartsWith(recipe.Name, StringComparison.Ordinal))))
        {
            yield break;
        }

        KernelTypeModel model = KernelParser.Model(type);
        ILookup<string, MethodSignature> planned = PlannedMethods.Of(model).ToLookup(method => method.Name, StringComparer.Ordinal);

        if (planned.Contains(type.Symbol.Name))
        {
            yield return Diagnostic.Create(Rules.TypeBearsMethodName, type.Symbol.Locations[0], type.Name);
        }

        foreach (ISymbol member in Members(type.Symbol, planned.Select(methods => methods.Key)))
        {
            if (planned[member.Name].Any(method => Clash(member, method)) && !IsGenerated(member))
            {
                yield return Diagnostic.Create(Rules.MemberIsDeclaredAlready, member.Locations[0], type.Name, member.ToDisplayString(s_signature));
            }
        }
    }

    private protected override IEnumerable<Diagnostic> Check(AnnotatedType type) => Violations(type);

    private static IEnumerable<string> Names(INamedTypeSymbol type) =>
        type.GetMembers().Concat(type.TypeParameters).Append(type).Select(symbol => symbol.Name);

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, IEnumerable<string> names) =>
        names.SelectMany(name => type.GetMembers(name).Concat(type.TypeParameters.Where(parameter => parameter.Name == name)));

    /// <summary>Methods share a name when their parameters differ (CS0111); nothing else shares one (CS0102).</summary>
    private static bool Clash(ISymbol member, MethodSignature planned) =>
        member is not IMethodSymbol method
        || (method.Arity == 0 && method.Parameters.Select(ParameterType).SequenceEqual(planned.ParameterTypes));

    /// <summary>Overloads may differ in whether a parameter is by reference, but not in how.</summary>
    private static string ParameterType(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>An analyzer sees the generator's file among the user's.</summary>
    private static bool IsGenerated(ISymbol member) =>
        member.Locations.Any(location => location.SourceTree?.FilePath.EndsWith(FileNames.Suffix, StringComparison.Ordinal) == true);
}
