using System.Collections.Generic;
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

    private protected abstract List<Diagnostic> Check(AnnotatedType type);

    private void Report(SymbolAnalysisContext context) => Report(context, (INamedTypeSymbol)context.Symbol);

    /// <summary>What is wrong with a type is reported where that type is analysed, even if it is wrong for a type inside it: editors show nothing else as one types.</summary>
    private void Report(SymbolAnalysisContext context, INamedTypeSymbol inner)
    {
        if (AnnotatedType.From(inner, context.Compilation, context.CancellationToken) is { } type)
        {
            foreach (Diagnostic violation in Check(type))
            {
                if (SymbolEqualityComparer.Default.Equals(Owner(violation, inner), context.Symbol))
                {
                    context.ReportDiagnostic(violation);
                }
            }
        }

        foreach (INamedTypeSymbol nested in inner.GetTypeMembers())
        {
            Report(context, nested);
        }
    }

    /// <summary>The type whose name the violation points to, or else the annotated type.</summary>
    private static INamedTypeSymbol Owner(Diagnostic violation, INamedTypeSymbol annotated)
    {
        foreach (INamedTypeSymbol type in TypeNames.Nesting(annotated))
        {
            if (type.Locations.Contains(violation.Location))
            {
                return type;
            }
        }

        return annotated;
    }
}
