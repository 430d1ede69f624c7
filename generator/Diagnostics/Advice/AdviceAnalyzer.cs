using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SoftKernels.Generator.Rules;

namespace SoftKernels.Generator.Diagnostics.Advice;

/// <summary>Where would <c>SoftMath</c> mend what overflows?</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AdviceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule.UnstableByHand, Rule.UnstableTensorPrimitive);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(Rule.SoftMath) is not { } softMath)
            {
                return;
            }

            start.RegisterOperationBlockAction(ReportHandWritten);
            if (start.Compilation.GetTypeByMetadataName(MathCalls.TensorPrimitives) is { } tensorPrimitives)
            {
                TensorSoftMax rule = new(tensorPrimitives, softMath);
                start.RegisterOperationAction(
                    operation =>
                    {
                        if (rule.ElementType((IInvocationOperation)operation.Operation) is { } type)
                        {
                            var call = (InvocationExpressionSyntax)operation.Operation.Syntax;
                            operation.ReportDiagnostic(Diagnostic.Create(Rule.UnstableTensorPrimitive, call.Expression.GetLocation(), MathCalls.Overflow(type)));
                        }
                    },
                    OperationKind.Invocation);
            }
        });
    }

    private static void ReportHandWritten(OperationBlockAnalysisContext context)
    {
        foreach (Finding finding in HandWritten.In(context.OperationBlocks))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule.UnstableByHand, finding.Exponential.Call.Syntax.GetLocation(),
                finding.Method == Finding.Softmax ? "softmax" : "log-sum-exp", MathCalls.Overflow(finding.Exponential.Type), finding.Method));
        }
    }
}
