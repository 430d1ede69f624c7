using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftKernels.Generator.Parsing;

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

    private void Report(SymbolAnalysisContext context)
    {
        if (AnnotatedType.From((INamedTypeSymbol)context.Symbol, context.Compilation, context.CancellationToken) is not { } type)
        {
            return;
        }

        foreach (Diagnostic violation in Check(type))
        {
            context.ReportDiagnostic(violation);
        }
    }
}
