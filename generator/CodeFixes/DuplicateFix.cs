using System;
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
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Rules;

namespace SoftKernels.CodeFixes;

/// <summary>SK0003: removes the second attribute, and gives its operations and extras to the first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DuplicateFix))]
public sealed class DuplicateFix : CodeFixProvider
{
    private const string Operations = nameof(Operations);
    private const string Extras = nameof(Extras);
    private const string Core = nameof(OperationCatalog.Core);

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

        ExpressionSyntax? operations = OfBoth(Argument(first, Operations), Argument(second, Operations), NamedCore(firstEditor, first), IsOfCore);
        ExpressionSyntax? extras = OfBoth(Argument(first, Extras), Argument(second, Extras), none: null, isDefault: _ => false);
        firstEditor.ReplaceNode(first, (current, _) => AttributeArguments.With(AttributeArguments.With((AttributeSyntax)current, Operations, operations), Extras, extras));

        SyntaxNode removed = second.Parent is AttributeListSyntax { Attributes.Count: 1 } list ? list : second;
        secondEditor.RemoveNode(removed, removed.GetLeadingTrivia().All(IsBlank) ? SyntaxRemoveOptions.KeepNoTrivia : SyntaxRemoveOptions.KeepLeadingTrivia);

        bool IsOfCore(ExpressionSyntax given)
        {
            SemanticModel model = given.SyntaxTree == first.SyntaxTree ? firstEditor.SemanticModel : secondEditor.SemanticModel;
            return model.GetConstantValue(given, cancellation) is { HasValue: true, Value: int bits } && (bits & ~OperationCatalog.CoreFlags) == 0;
        }
    }

    private static async Task<(DocumentEditor Editor, AttributeSyntax Attribute)> Find(SolutionEditor editor, Location location, CancellationToken cancellation)
    {
        DocumentId id = editor.OriginalSolution.GetDocumentId(location.SourceTree)!;
        DocumentEditor document = await editor.GetDocumentEditorAsync(id, cancellation).ConfigureAwait(false);
        return (document, document.OriginalRoot.FindNode(location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>()!);
    }

    /// <summary>What one of the two asks for, or the other; <see langword="null"/> for what is asked for by leaving the argument out.</summary>
    /// <param name="first">What the first says, if it says anything.</param>
    /// <param name="second">What the second says.</param>
    /// <param name="none">How to say what is meant where nothing is said.</param>
    /// <param name="isDefault">Whether nothing else is asked for by that.</param>
    private static ExpressionSyntax? OfBoth(ExpressionSyntax? first, ExpressionSyntax? second, ExpressionSyntax? none, Func<ExpressionSyntax, bool> isDefault)
    {
        if (first is null || second is null)
        {
            return (first ?? second) is { } given && !isDefault(given) ? AttributeArguments.Union(first ?? none, second ?? none) : null;
        }

        return AttributeArguments.Union(first, second);
    }

    /// <summary>What is meant where no operations are named, as it is named there.</summary>
    private static ExpressionSyntax NamedCore(DocumentEditor editor, AttributeSyntax attribute)
    {
        SemanticModel model = editor.SemanticModel;
        IPropertySymbol operations = model.GetTypeInfo(attribute).Type!.GetMembers(Operations).OfType<IPropertySymbol>().Single();
        return SyntaxFactory.ParseExpression(operations.Type.ToMinimalDisplayString(model, attribute.SpanStart) + "." + Core);
    }

    private static ExpressionSyntax? Argument(AttributeSyntax attribute, string name) => AttributeArguments.Find(attribute, name)?.Expression;

    private static bool IsBlank(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia;
}
