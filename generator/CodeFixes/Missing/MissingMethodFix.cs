using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Rules;

namespace SoftKernels.CodeFixes.Missing;

/// <summary>
/// The compiler's CS0117, CS0103, CS1501 and CS1503 about a method that an annotated type would have if its attributes said so, or has under another name: declares the
/// size, for values of that type, asks for the operation or the extra, or mends the name.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingMethodFix))]
public sealed class MissingMethodFix : CodeFixProvider
{
    private const string NoSuchMember = "CS0117";
    private const string NoSuchName = "CS0103";
    private const string NoSuchOverload = "CS1501";
    private const string NoConversion = "CS1503";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(NoSuchMember, NoSuchName, NoSuchOverload, NoConversion);

    /// <summary>None: what a type is to have is a choice, and one is enough for all calls of a method.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        CancellationToken cancellation = context.CancellationToken;
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SemanticModel model = (await context.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        SyntaxNode reported = root.FindNode(context.Span, getInnermostNodeForTie: true);
        if ((context.Diagnostics[0].Id == NoConversion ? KernelReference.CalledWith(reported) : reported) is not IdentifierNameSyntax called)
        {
            return;
        }

        Solution solution = context.Document.Project.Solution;
        foreach (INamedTypeSymbol type in KernelReference.Owners(called, model, cancellation))
        {
            foreach (Proposal proposal in Search(called, type, model, cancellation).Proposals())
            {
                KernelEdit? edit = proposal.To is null ? null : await KernelEdit.Of(proposal, type, solution, model.Compilation, cancellation).ConfigureAwait(false);
                if (proposal.To is null || edit is not null)
                {
                    context.RegisterCodeFix(
                        CodeAction.Create(
                            edit?.Title ?? $"Call '{type.Name}.{proposal.Method}'",
                            token => Apply(context.Document, called, proposal.Method, edit, token),
                            nameof(MissingMethodFix) + proposal),
                        context.Diagnostics);
                }
            }
        }
    }

    private static async Task<Solution> Apply(Document document, IdentifierNameSyntax called, string method, KernelEdit? edit, CancellationToken cancellation)
    {
        SolutionEditor editor = new(document.Project.Solution);
        if (called.Identifier.ValueText != method)
        {
            DocumentEditor calling = await editor.GetDocumentEditorAsync(document.Id, cancellation).ConfigureAwait(false);
            calling.ReplaceNode(called, SyntaxFactory.IdentifierName(method).WithTriviaFrom(called));
        }

        if (edit is not null)
        {
            edit.Apply(await editor.GetDocumentEditorAsync(edit.Document.Id, cancellation).ConfigureAwait(false));
        }

        return editor.GetChangedSolution();
    }

    private static MethodSearch Search(IdentifierNameSyntax called, INamedTypeSymbol type, SemanticModel model, CancellationToken cancellation)
    {
        ExpressionSyntax whole = called.Parent is MemberAccessExpressionSyntax access ? access : called;
        SeparatedSyntaxList<ArgumentSyntax>? arguments = (whole.Parent as InvocationExpressionSyntax)?.ArgumentList.Arguments;
        ITypeSymbol? values = arguments is { Count: > 0 } given ? Holder.ElementOf(model.GetTypeInfo(given[0].Expression, cancellation).Type) : null;
        string? elementType = values?.ToDisplayString();
        return new(ArgumentRules.Sound(type), called.Identifier.ValueText, arguments?.Count, elementType is not null && ElementTypeCatalog.Find(elementType) is not null ? elementType : null);
    }
}
