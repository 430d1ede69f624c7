using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace SoftKernels.Docs.Tests;

/// <summary>Every link to a file of the repository, and to a heading in it, leads somewhere.</summary>
public sealed partial class LinkTests
{
    private static readonly string[] s_folders = ["docs", "samples", "tests", "benchmarks"];

    public static TheoryData<string> Pages { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(s_folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md", SearchOption.AllDirectories)))
            .Select(Repository.Relative)
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            // The site's own page lies elsewhere once the site is built; tests/Browser.Tests follows its links there.
            .Where(path => !path.StartsWith("docs/site/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string page) => Assert.Empty(DeadLinks(Path.Combine(Repository.Root, page)));

    [Fact]
    public void A_dead_link_is_seen()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string page = Path.Combine(folder, "page.md");
            File.WriteAllText(page, """
                # A − B, `c`

                [here](#a--b-c) [file](page.md) [file and heading](page.md#a--b-c) [away](https://example.org)
                [no file](none.md) [no heading](page.md#none) ![no picture](none.svg)

                ```csharp
                array[0](none);
                ```
                """);

            Assert.Equal(["none.md", "page.md#none", "none.svg"], DeadLinks(page));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> DeadLinks(string page) =>
        from Match link in Link().Matches(Prose(page))
        let target = link.Groups["target"].Value
        where !target.Contains("://", StringComparison.Ordinal) && !IsAlive(page, target)
        select target;

    private static bool IsAlive(string page, string target)
    {
        string[] parts = target.Split('#');
        string path = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
        return parts.Length == 1
            ? Path.Exists(path)
            : File.Exists(path) && Heading().Matches(Prose(path)).Any(heading => Anchor(heading.Groups["text"].Value) == parts[1]);
    }

    /// <summary>As hosts of Markdown derive it: lower case, letters, digits and hyphens kept, blanks turned into hyphens.</summary>
    private static string Anchor(string heading) => string.Concat(heading
        .Where(character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '_')
        .Select(character => character == ' ' ? '-' : char.ToLowerInvariant(character)));

    private static string Prose(string path) => CodeBlock().Replace(File.ReadAllText(path).ReplaceLineEndings("\n"), "");

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
