using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using SoftKernels.Generator.Diagnostics.Advice;
using SoftKernels.Generator.Rules;

namespace SoftKernels.CodeFixes;

/// <summary>SK2002: calls <c>SoftMath.Softmax</c> instead.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TensorSoftMaxFix))]
public sealed class TensorSoftMaxFix : CodeFixProvider
{
    private static readonly ImmutableArray<string> s_parameters = ImmutableArray.Create("logits", "probabilities");

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rule.UnstableTensorPrimitive.Id);

    /// <summary>A document at a time: its calls share a using directive.</summary>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        async (context, document, diagnostics) => await Apply(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(
            CodeAction.Create("Call 'SoftMath.Softmax'", cancellation => Apply(context.Document, context.Diagnostics, cancellation), nameof(TensorSoftMaxFix)),
            context.Diagnostics);
        return Task.CompletedTask;
    }

    private static async Task<Document> Apply(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            Mend(editor, diagnostic, cancellation);
        }

        return editor.GetChangedDocument();
    }

    private static void Mend(DocumentEditor editor, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode expression = editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        InvocationExpressionSyntax call = expression.FirstAncestorOrSelf<InvocationExpressionSyntax>()!;
        IInvocationOperation operation = (IInvocationOperation)editor.SemanticModel.GetOperation(call, cancellation)!;

        editor.ReplaceNode(call, call
            .WithExpression((ExpressionSyntax)SoftMathCalls.Method(editor, Finding.Softmax, TypeArguments(operation)).WithTriviaFrom(call.Expression))
            .WithArgumentList(Renamed(call.ArgumentList, operation)));
    }

    /// <summary>There are overloads for float and double; other types are named where they were.</summary>
    private static SyntaxNode[] TypeArguments(IInvocationOperation operation) =>
        operation.TargetMethod is { TypeArguments: [{ SpecialType: not (SpecialType.System_Single or SpecialType.System_Double) }] }
        && ((InvocationExpressionSyntax)operation.Syntax).Expression.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault() is { } generic
            ? [.. generic.TypeArgumentList.Arguments]
            : [];

    private static ArgumentListSyntax Renamed(ArgumentListSyntax arguments, IInvocationOperation operation) => arguments.ReplaceNodes(
        arguments.Arguments.Select(argument => argument.NameColon).OfType<NameColonSyntax>(),
        (name, _) => name.WithName(SyntaxFactory.IdentifierName(
            s_parameters[operation.TargetMethod.Parameters.First(parameter => parameter.Name == name.Name.Identifier.ValueText).Ordinal])));
}
