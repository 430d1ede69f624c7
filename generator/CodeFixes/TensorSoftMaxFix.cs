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
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (Mended(editor, diagnostic, context.CancellationToken) is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create("Call 'SoftMath.Softmax'", cancellation => Apply(context.Document, ImmutableArray.Create(diagnostic), cancellation), nameof(TensorSoftMaxFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> Apply(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        bool isChanged = false;
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (Mended(editor, diagnostic, cancellation) is var (call, mended))
            {
                editor.ReplaceNode(call, mended);
                isChanged = true;
            }
        }

        return isChanged ? editor.GetChangedDocument() : document;
    }

    /// <summary>The call that takes what the old one took: a destination that is longer than the row, too. Of tensors, only vectors are known to be one row.</summary>
    private static (SyntaxNode Call, SyntaxNode Mended)? Mended(DocumentEditor editor, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode expression = editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        SemanticModel model = editor.SemanticModel;
        if (!SoftMathCalls.CanBeWritten(editor)
            || expression.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { ArgumentList.Arguments.Count: 2 } call
            || model.GetOperation(call, cancellation) is not IInvocationOperation { Arguments: [{ } first, { } second] } operation
            || (operation.TargetMethod.ContainingType.Name == "Tensor" && call.Parent is not ExpressionStatementSyntax))
        {
            return null;
        }

        IArgumentOperation source = first.Parameter?.Ordinal == 0 ? first : second;
        IArgumentOperation destination = ReferenceEquals(source, first) ? second : first;
        if (source.Syntax is not ArgumentSyntax { Expression: var from } || destination.Syntax is not ArgumentSyntax { Expression: var to } target || Spans.Count(from, model) is not { } count)
        {
            return null;
        }

        ArgumentListSyntax arguments = call.ArgumentList;
        if (!from.IsEquivalentTo(to, topLevel: false))
        {
            if (Spans.First(to, count, model) is not { } beginning)
            {
                return null;
            }

            arguments = arguments.ReplaceNode(target, target.WithExpression(beginning.WithTriviaFrom(to)));
        }

        return (call, call
            .WithExpression((ExpressionSyntax)SoftMathCalls.Method(editor, Finding.Softmax, TypeArguments(operation)).WithTriviaFrom(call.Expression))
            .WithArgumentList(Renamed(arguments, operation)));
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
