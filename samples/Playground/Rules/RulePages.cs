using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Playground.Rules;

/// <summary>The repository's pages of rules, as they were when this was built, in HTML.</summary>
internal static class RulePages
{
    private const string Prefix = "rules/";

    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    private static readonly HashSet<string> s_names =
        [.. typeof(RulePages).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..])];

    /// <summary>Where a rule's page is served; <see langword="null"/> of rules that are not ours.</summary>
    public static string? AddressOf(string id) => s_names.Contains(id) ? $"/rules/{id}" : null;

    /// <summary>The page, or <see langword="null"/> where there is none.</summary>
    public static string? Html(string name)
    {
        if (!s_names.Contains(name))
        {
            return null;
        }

        using StreamReader reader = new(typeof(RulePages).Assembly.GetManifestResourceStream(Prefix + name)!);
        var page = Markdown.Parse(reader.ReadToEnd(), s_pipeline);
        foreach (var link in page.Descendants<LinkInline>())
        {
            Redirect(link);
        }

        return page.ToHtml(s_pipeline);
    }

    /// <summary>From one rule to another by address; what leads out of the folder is not served here, and loses its link.</summary>
    private static void Redirect(LinkInline link)
    {
        var parts = (link.Url ?? "").Split('#');
        var name = Path.GetFileNameWithoutExtension(parts[0]);
        if (parts[0].EndsWith(".md", StringComparison.Ordinal) && !parts[0].Contains('/') && s_names.Contains(name))
        {
            link.Url = name == "README" ? "/rules" : $"/rules/{name}";
        }
        else
        {
            link.MoveChildrenAfter(link);
            link.Remove();
        }
    }
}
