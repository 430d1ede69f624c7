using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftKernels.Generator.Rules;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Diagnostics;

/// <summary>A rule is named in several places, which must agree.</summary>
public sealed class RuleCatalogueTests
{
    private static readonly string s_pages = Path.Combine(Repository.Root, "docs", "rules");

    private static readonly DiagnosticDescriptor[] s_rules =
    [
        .. typeof(Rule).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!),
    ];

    /// <summary>The package's targets, which have rules of their own.</summary>
    private static readonly string[] s_buildChecks =
    [
        .. Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "runtime", "buildTransitive", "SoftKernels.targets")), "Code=\"(?<id>\\w+)\"")
            .Select(code => code.Groups["id"].Value),
    ];

    public static TheoryData<string> Ids { get; } = [.. s_rules.Select(rule => rule.Id)];

    public static TheoryData<string> IdsOfBuildsToo { get; } = [.. s_rules.Select(rule => rule.Id), .. s_buildChecks];

    [Fact]
    public void Each_rule_has_an_id_of_its_own() => Assert.Equal(s_rules.Length, s_rules.Select(rule => rule.Id).Distinct().Count());

    [Fact]
    public void Each_rule_has_a_title_and_a_message() => Assert.All(s_rules, rule =>
    {
        Assert.NotEqual("", rule.Title.ToString(CultureInfo.InvariantCulture));
        Assert.NotEqual("", rule.MessageFormat.ToString(CultureInfo.InvariantCulture));
    });

    [Theory]
    [MemberData(nameof(IdsOfBuildsToo))]
    public void Each_rule_has_a_page(string id)
    {
        string page = File.ReadAllText(Path.Combine(s_pages, id + ".md"));

        Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
        Assert.All(["## Cause", "## How to mend it", "## Suppressing it"], heading => Assert.Contains($"\n{heading}\n", page, StringComparison.Ordinal));
        Assert.Contains($"// {id}", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(IdsOfBuildsToo))]
    public void Each_rule_has_a_line_in_the_index(string id) =>
        Assert.Contains($"| [{id}]({id}.md) |", File.ReadAllText(Path.Combine(s_pages, "README.md")), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_rule_has_a_line_among_the_releases(string id)
    {
        DiagnosticDescriptor rule = s_rules.Single(rule => rule.Id == id);

        Assert.Contains(
            Directory.EnumerateFiles(Repository.Generator, "AnalyzerReleases.*.md").SelectMany(File.ReadLines),
            line => line.StartsWith($"{id} | {rule.Category} | {rule.DefaultSeverity} | ", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_page_is_of_a_rule() => Assert.Equal(
        s_rules.Select(rule => rule.Id).Concat(s_buildChecks).Select(id => id + ".md").Append("README.md").Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(s_pages).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_rule_is_some_analyzers() => Assert.Equal(
        s_rules.Select(rule => rule.Id).Order(StringComparer.Ordinal),
        typeof(Rule).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .Select(rule => rule.Id)
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", "", null)]
    [InlineData("", "ADDRESS", "ADDRESS/blob/main/docs/rules/SK0001.md")]
    [InlineData(null, "ADDRESS/", "ADDRESS/blob/main/docs/rules/SK0001.md")]
    [InlineData("SITE", "ADDRESS", "SITE/docs/rules/SK0001.html")]
    [InlineData("SITE/", "", "SITE/docs/rules/SK0001.html")]
    public void A_help_link_leads_to_the_site_or_else_to_the_repository(string? site, string? repository, string? link) =>
        Assert.Equal(link, HelpLinks.For("SK0001", site, repository));
}
