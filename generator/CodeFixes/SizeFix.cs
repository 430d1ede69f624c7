using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SoftKernels.Generator.Rules;

namespace SoftKernels.CodeFixes;

/// <summary>SK0012: removes one of the two sizes, the one with its name or the one without.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SizeFix))]
public sealed class SizeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rule.SizeGivenTwice.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Location location in diagnostic.AdditionalLocations.Prepend(diagnostic.Location))
            {
                AttributeArgumentSyntax argument = root.FindNode(location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>()!;
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Remove '{argument}'",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.RemoveNode(argument, SyntaxRemoveOptions.KeepNoTrivia)!)),
                        nameof(SizeFix) + (argument.NameEquals is null ? "Unnamed" : "Named")),
                    diagnostic);
            }
        }
    }
}
