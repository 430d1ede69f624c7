using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Playground.Kernel;

/// <summary>What our code fixes offer for diagnostics, carried out: each is the text that would come of it.</summary>
internal static class Fixes
{
    private static readonly ImmutableHashSet<string> s_fixable = [.. Roslyn.CodeFixes.SelectMany(fix => fix.FixableDiagnosticIds)];

    public static async Task<IReadOnlyDictionary<Diagnostic, IReadOnlyList<Fix>>> For(SourceText text, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var fixes = diagnostics.ToDictionary(diagnostic => diagnostic, IReadOnlyList<Fix> (_) => []);
        var fixable = diagnostics.Where(diagnostic => s_fixable.Contains(diagnostic.Id)).ToArray();
        if (fixable.Length == 0)
        {
            return fixes;
        }

        using AdhocWorkspace workspace = new();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Typed", "Typed", LanguageNames.CSharp,
            compilationOptions: Roslyn.Options, parseOptions: Roslyn.ParseOptions, metadataReferences: Roslyn.References));
        var document = project.AddDocument("Typed.cs", text);
        foreach (var diagnostic in fixable)
        {
            fixes[diagnostic] = await For(document, diagnostic, cancellation);
        }

        return fixes;
    }

    private static async Task<IReadOnlyList<Fix>> For(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        List<CodeAction> actions = [];
        foreach (var fix in Roslyn.CodeFixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellation));
        }

        List<Fix> fixes = [];
        foreach (var action in actions)
        {
            var operations = await action.GetOperationsAsync(cancellation);
            var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
            fixes.Add(new Fix(action.Title, (await changed.GetTextAsync(cancellation)).ToString()));
        }

        return fixes;
    }
}
