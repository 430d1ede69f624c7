using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using SoftKernels.CodeFixes.ByHand;
using SoftKernels.Generator.Diagnostics.Advice;
using SoftKernels.Generator.Rules;

namespace SoftKernels.CodeFixes;

/// <summary>SK2001: calls <c>SoftMath</c>, where nothing else depends on what is computed on the way.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ByHandFix))]
public sealed class ByHandFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rule.UnstableByHand.Id);

    /// <summary>A document at a time: its calls share a using directive.</summary>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        async (context, document, diagnostics) => await Apply(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (EditOf(editor, diagnostic, context.CancellationToken) is { } edit)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Call 'SoftMath.{edit.Method}'", cancellation => Apply(context.Document, [diagnostic], cancellation), nameof(ByHandFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> Apply(Document document, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        bool isChanged = false;
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (EditOf(editor, diagnostic, cancellation) is { } edit)
            {
                edit.Apply(editor);
                isChanged = true;
            }
        }

        return isChanged ? editor.GetChangedDocument() : document;
    }

    private static Edit? EditOf(DocumentEditor editor, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!SoftMathCalls.CanBeWritten(editor))
        {
            return null;
        }

        SyntaxNode place = editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        Rewrite? rewrite = Member.At(place, editor.SemanticModel, cancellation) switch
        {
            ({ } member, { Method: Finding.Softmax } finding) => SoftmaxRewrite.Of(member, finding),
            ({ } member, { } finding) => LogSumExpRewrite.Of(member, finding),
            null => null,
        };
        return rewrite is not null ? new(rewrite.Method, rewrite.Apply) : LinqRewrite.Of(place, editor.SemanticModel) ?? LoopRewrite.Of(place, editor.SemanticModel);
    }
}
