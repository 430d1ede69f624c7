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
using SoftKernels.Generator.Rules;

namespace SoftKernels.CodeFixes;

/// <summary>SK0003: removes the second attribute, and gives its operations to the first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DuplicateFix))]
public sealed class DuplicateFix : CodeFixProvider
{
    private const string Operations = nameof(Operations);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rule.KernelDeclaredTwice.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Remove the second [SoftKernel]",
                    async cancellation =>
                    {
                        SolutionEditor editor = new(context.Document.Project.Solution);
                        await Apply(editor, diagnostic, cancellation).ConfigureAwait(false);
                        return editor.GetChangedSolution();
                    },
                    nameof(DuplicateFix)),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task Apply(SolutionEditor editor, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var (secondEditor, second) = await Find(editor, diagnostic.Location, cancellation).ConfigureAwait(false);
        var (firstEditor, first) = await Find(editor, diagnostic.AdditionalLocations[0], cancellation).ConfigureAwait(false);

        AttributeArgumentSyntax? added = OperationsOf(second);
        if (OperationsOf(first) is { } given && !given.IsEquivalentTo(added))
        {
            firstEditor.ReplaceNode(first, (current, _) => WithOperations((AttributeSyntax)current, added?.Expression));
        }

        SyntaxNode removed = second.Parent is AttributeListSyntax { Attributes.Count: 1 } list ? list : second;
        secondEditor.RemoveNode(removed, removed.GetLeadingTrivia().All(IsBlank) ? SyntaxRemoveOptions.KeepNoTrivia : SyntaxRemoveOptions.KeepLeadingTrivia);
    }

    private static async Task<(DocumentEditor Editor, AttributeSyntax Attribute)> Find(SolutionEditor editor, Location location, CancellationToken cancellation)
    {
        DocumentId id = editor.OriginalSolution.GetDocumentId(location.SourceTree)!;
        DocumentEditor document = await editor.GetDocumentEditorAsync(id, cancellation).ConfigureAwait(false);
        return (document, document.OriginalRoot.FindNode(location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>()!);
    }

    private static AttributeArgumentSyntax? OperationsOf(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == Operations);

    private static bool IsBlank(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia;

    /// <summary>All operations are those that are left out.</summary>
    private static AttributeSyntax WithOperations(AttributeSyntax attribute, ExpressionSyntax? added)
    {
        AttributeArgumentSyntax given = OperationsOf(attribute)!;
        return added is null
            ? attribute.RemoveNode(given, SyntaxRemoveOptions.KeepNoTrivia)!
            : attribute.ReplaceNode(given.Expression, SyntaxFactory.ParseExpression($"{Operand(given.Expression)} | {Operand(added)}"));
    }

    private static ExpressionSyntax Operand(ExpressionSyntax expression) =>
        expression is BinaryExpressionSyntax binary && !binary.IsKind(SyntaxKind.BitwiseOrExpression) || expression is ConditionalExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(expression)
            : expression;
}
