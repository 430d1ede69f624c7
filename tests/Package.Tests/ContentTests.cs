using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml.Linq;
using SoftKernels.Package.Tests.Harness;
using Xunit;

namespace SoftKernels.Package.Tests;

/// <summary>What is in the package, and what is not.</summary>
public sealed partial class ContentTests
{
    private static readonly string[] Frameworks = ["net10.0", "net8.0", "netstandard2.0"];

    [PackageFact]
    public async Task The_package_holds_what_it_should_and_nothing_else()
    {
        string[] expected =
        [
            "LICENSE",
            "README.md",
            "SoftKernels.nuspec",
            "analyzers/dotnet/cs/SoftKernels.Generator.dll",
            "buildTransitive/SoftKernels.targets",
            "icon.png",
            "analyzers/dotnet/cs/SoftKernels.CodeFixes.dll",
            .. Frameworks.SelectMany(framework => new[] { $"lib/{framework}/SoftKernels.dll", $"lib/{framework}/SoftKernels.xml" }),
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await Entries()).Keys.Order(StringComparer.Ordinal));
    }

    [PackageFact]
    public async Task The_symbols_are_those_of_every_framework()
    {
        var symbols = Read(Path.ChangeExtension((await Workspace.Get()).Package, "snupkg")).Keys.Where(name => name.EndsWith(".pdb", StringComparison.Ordinal));
        Assert.Equal(Frameworks.Select(framework => $"lib/{framework}/SoftKernels.pdb"), symbols.Order(StringComparer.Ordinal));
    }

    [PackageFact]
    public async Task It_depends_on_nothing_but_System_Memory_and_that_only_where_the_framework_lacks_it()
    {
        var nuspec = XDocument.Load(new MemoryStream((await Entries())["SoftKernels.nuspec"]));
        var groups = nuspec.Descendants().Where(element => element.Name.LocalName == "group").ToDictionary(
            group => group.Attribute("targetFramework")!.Value,
            group => string.Join(' ', group.Elements().Select(dependency => dependency.Attribute("id")!.Value)));
        Assert.Equal(new Dictionary<string, string> { ["net10.0"] = "", ["net8.0"] = "", [".NETStandard2.0"] = "System.Memory" }, groups);
        Assert.DoesNotContain(nuspec.Descendants(), element => element.Name.LocalName == "developmentDependency");
    }

    /// <summary>It is shown away from the repository: a link or a picture that names a file of it would be dead.</summary>
    [PackageFact]
    public async Task Its_README_needs_nothing_beside_it()
    {
        var readme = Encoding.UTF8.GetString((await Entries())["README.md"]);
        Assert.StartsWith("# SoftKernels\n", readme, StringComparison.Ordinal);
        Assert.All(Link().Matches(readme), link => Assert.StartsWith("https://", link.Groups["target"].Value, StringComparison.Ordinal));
        Assert.DoesNotContain("<img", readme, StringComparison.Ordinal);
    }

    [PackageFact]
    public async Task Documentation_comes_along()
    {
        foreach (var framework in Frameworks)
        {
            var documentation = Encoding.UTF8.GetString((await Entries())[$"lib/{framework}/SoftKernels.xml"]);
            Assert.Contains("M:SoftKernels.SoftMath.LogSumExp(System.ReadOnlySpan{System.Single})", documentation, StringComparison.Ordinal);
        }
    }

    [PackageFact]
    public async Task Nothing_tells_where_it_was_built()
    {
        var here = Repository.Root.TrimEnd(Path.DirectorySeparatorChar);
        foreach (var (name, bytes) in (await Entries()).Concat(Read(Path.ChangeExtension((await Workspace.Get()).Package, "snupkg"))))
        {
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(here)) < 0, $"{name} holds the path {here}.");
            Assert.True(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(here)) < 0, $"{name} holds the path {here}.");
        }
    }

    [PackageFact]
    public async Task Packed_again_in_another_place_it_has_the_same_bytes()
    {
        var first = await Workspace.Get();
        var second = await Workspace.Pack("second/place");
        foreach (var path in Directory.EnumerateFiles(first.Feed))
        {
            var again = Read(Path.Combine(second, Path.GetFileName(path)));
            foreach (var (name, bytes) in Read(path))
            {
                Assert.True(bytes.AsSpan().SequenceEqual(again.GetValueOrDefault(name)), $"{name} of {Path.GetFileName(path)} has other bytes.");
            }
        }
    }

    private static async Task<Dictionary<string, byte[]>> Entries() => Read((await Workspace.Get()).Package);

    /// <summary>The entries of a package but for those that NuGet itself stamps.</summary>
    private static Dictionary<string, byte[]> Read(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return archive.Entries.Where(entry => !IsStamp(entry.FullName)).ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            return memory.ToArray();
        });
    }

    private static bool IsStamp(string name) => name.StartsWith("_rels/", StringComparison.Ordinal) || name.StartsWith("package/", StringComparison.Ordinal) || name == "[Content_Types].xml";

    [GeneratedRegex(@"(\]\(|^\[[^\]]+\]:\s*)(?<target>[^)\s]+)", RegexOptions.Multiline)]
    private static partial Regex Link();
}
