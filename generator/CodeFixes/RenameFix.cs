using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Rename;
using SoftKernels.Generator.Rules;

namespace SoftKernels.CodeFixes;

/// <summary>SK0008: renames the type, wherever it is used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameFix))]
public sealed class RenameFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rule.TypeBearsMethodName.Id);

    /// <summary>None: a name is a choice, taken one type at a time.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        if (root.FindToken(context.Span.Start).Parent is not TypeDeclarationSyntax declaration
            || model.GetDeclaredSymbol(declaration, context.CancellationToken) is not INamedTypeSymbol type)
        {
            return;
        }

        string name = FreeName(type);
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Rename the type to '{name}'",
                cancellation => Renamer.RenameSymbolAsync(context.Document.Project.Solution, type, new SymbolRenameOptions(), name, cancellation),
                nameof(RenameFix)),
            context.Diagnostics);
    }

    private static string FreeName(INamedTypeSymbol type)
    {
        string wanted = type.Name + "Kernels";
        return Enumerable.Range(1, int.MaxValue)
            .Select(number => number == 1 ? wanted : wanted + number.ToString(CultureInfo.InvariantCulture))
            .First(name => ((INamespaceOrTypeSymbol)type.ContainingSymbol).GetMembers(name).IsEmpty);
    }
}
