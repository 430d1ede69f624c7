using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SoftKernels.Generator.Rules;

namespace SoftKernels.Generator.Diagnostics.Advice;

/// <summary>Where would <c>SoftMath</c> mend what overflows?</summary>
/// <remarks>A file is asked for the names first: where none of them stands, nothing is bound.</remarks>
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
            if (RuntimeLibrary.SoftMath(start.Compilation) is { } softMath)
            {
                start.RegisterSemanticModelAction(file => Report(file, softMath));
            }
        });
    }

    /// <summary>The operation of the whole member that something stands in.</summary>
    internal static IOperation? MemberAround(SyntaxNode place, SemanticModel model, CancellationToken cancellation)
    {
        IOperation? root = null;
        for (SyntaxNode? node = place; node is not null && root is null; node = node.Parent)
        {
            root = model.GetOperation(node, cancellation);
        }

        while (root?.Parent is { } parent)
        {
            root = parent;
        }

        return root;
    }

    private static void Report(SemanticModelAnalysisContext context, INamedTypeSymbol softMath)
    {
        List<SyntaxNode> members = [];
        foreach (SyntaxToken name in NamesIn(context.SemanticModel.SyntaxTree, context.CancellationToken))
        {
            if (name.Parent is not SimpleNameSyntax place)
            {
                continue;
            }

            if (name.ValueText == "SoftMax")
            {
                ReportTensor(context, place, softMath);
            }
            else if (MemberAround(place, context.SemanticModel, context.CancellationToken) is { } member && !members.Contains(member.Syntax))
            {
                members.Add(member.Syntax);
                foreach (Finding finding in HandWritten.In(member))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule.UnstableByHand, finding.Exponential.Syntax.GetLocation(),
                        finding.Method == Finding.Softmax ? "softmax" : "log-sum-exp", MathCalls.Overflow(finding.Type), finding.Method));
                }
            }
        }
    }

    private static void ReportTensor(SemanticModelAnalysisContext context, SimpleNameSyntax place, INamedTypeSymbol softMath)
    {
        if (place.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            && call.Expression.Span.Contains(place.Span)
            && context.SemanticModel.GetOperation(call, context.CancellationToken) is IInvocationOperation operation
            && TensorSoftMax.ElementType(operation, softMath) is { } type)
        {
            bool isTensor = operation.TargetMethod.ContainingType.Name == "Tensor";
            context.ReportDiagnostic(Diagnostic.Create(Rule.UnstableTensorPrimitive, call.Expression.GetLocation(),
                isTensor ? "Tensor" : "TensorPrimitives",
                MathCalls.Overflow(type),
                isTensor ? ", and takes a whole tensor as one row" : "",
                isTensor ? " for each row" : ""));
        }
    }

    /// <summary>The names that something of this may stand at. Text is searched before trees are.</summary>
    private static IEnumerable<SyntaxToken> NamesIn(SyntaxTree tree, CancellationToken cancellation)
    {
        string text = tree.GetText(cancellation).ToString();
        return text.Contains("Exp") || text.Contains("Pow") || text.Contains("SoftMax")
            ? tree.GetRoot(cancellation).DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText is "Exp" or "Pow" or "SoftMax")
            : [];
    }
}
