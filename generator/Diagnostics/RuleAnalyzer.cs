using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftKernels.Generator.Rules;

namespace SoftKernels.Generator.Diagnostics;

/// <summary>Reports the violations of one family of rules, at each type that bears <c>[SoftKernel]</c>.</summary>
public abstract class RuleAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // The generator reads attributes in files that call themselves generated too, and must not refuse those in silence.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);

        context.RegisterCompilationStartAction(start =>
        {
            if (!start.Compilation.GetTypesByMetadataName(KernelAttribute.MetadataName).IsEmpty)
            {
                start.RegisterSymbolAction(Report, SymbolKind.NamedType);
            }
        });
    }

    private protected abstract IEnumerable<Diagnostic> Check(AnnotatedType type);

    /// <summary>What is wrong with a type is reported where that type is analysed, even if it is wrong for a type inside it: editors show nothing else as one types.</summary>
    private void Report(SymbolAnalysisContext context)
    {
        var symbol = (INamedTypeSymbol)context.Symbol;
        foreach (INamedTypeSymbol inner in WithTypesInside(symbol))
        {
            if (AnnotatedType.From(inner, context.Compilation, context.CancellationToken) is not { } type)
            {
                continue;
            }

            foreach (Diagnostic violation in Check(type).Where(violation => SymbolEqualityComparer.Default.Equals(Owner(violation, inner), symbol)))
            {
                context.ReportDiagnostic(violation);
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> WithTypesInside(INamedTypeSymbol type) =>
        type.GetTypeMembers().SelectMany(WithTypesInside).Prepend(type);

    /// <summary>The type whose name the violation points to, or else the annotated type.</summary>
    private static INamedTypeSymbol Owner(Diagnostic violation, INamedTypeSymbol annotated) =>
        TypeNames.Nesting(annotated).FirstOrDefault(type => type.Locations.Contains(violation.Location)) ?? annotated;
}
