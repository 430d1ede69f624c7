using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace SoftKernels.Docs.Tests;

/// <summary>The documentation site's tables of contents name every page that a reader should find.</summary>
public sealed partial class ContentsTests
{
    private static readonly string s_site = Path.Combine(Repository.Root, "docs", "site");

    [Theory]
    [InlineData("guides", "docs", "*.md", SearchOption.TopDirectoryOnly)]
    [InlineData("guides", "docs/performance", "*.md", SearchOption.TopDirectoryOnly)]
    [InlineData("rules", "docs/rules", "*.md", SearchOption.TopDirectoryOnly)]
    [InlineData("samples", "samples", "README.md", SearchOption.AllDirectories)]
    public void Each_page_of_a_folder_is_in_its_table(string table, string folder, string pattern, SearchOption depth) => Assert.Empty(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, depth).Select(Repository.Relative).Where(path => !IsBuilt(path)).Except(Named(table)));

    /// <summary>The tables lie beside the pages only once the site is built.</summary>
    private static IEnumerable<string> Named(string table) => Link()
        .Matches(File.ReadAllText(Path.Combine(s_site, table, "toc.yml")))
        .Select(link => link.Groups["path"].Value);

    private static bool IsBuilt(string path) => path.Split('/').Any(name => name is "bin" or "obj");

    [GeneratedRegex(@"href: \.\./(?<path>\S+)")]
    private static partial Regex Link();
}
