using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SoftKernels.Package.Tests.Harness;
using Xunit;

namespace SoftKernels.Package.Tests;

/// <summary>The programs of samples/one-file: each is run where a clone has it, from the package, and prints what stands at its end.</summary>
public sealed class OneFileTests
{
    private const string Heading = "// Prints:";
    private const string Comment = "// ";

    private static readonly string s_folder = Repository.At(Clone.Programs);

    public static TheoryData<string> Programs { get; } =
        [.. Directory.EnumerateFiles(s_folder, "*.cs").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [PackageFact]
    public async Task Each_program_prints_what_it_says()
    {
        var clone = await Clone.Create("one-file");
        foreach (var program in Programs.Select(row => row.Data))
        {
            // Numbers as the invariant culture writes them: by itself such a program asks the machine.
            var (exitCode, output) = await Tool.TryRunWith(
                [("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")], clone, "dotnet", "run", Path.Combine([.. Clone.Programs, program]), "-p:TreatWarningsAsErrors=true", "-p:NuGetAudit=false");
            Assert.True(exitCode == 0, $"{program} ended with {exitCode}:\n{output}");
            Assert.Equal(Promised(program), output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_program_is_short_names_the_package_says_what_it_prints_and_stands_in_the_list(string program)
    {
        var lines = File.ReadAllLines(Path.Combine(s_folder, program));
        Assert.Equal("#:package SoftKernels@*-*", lines[0]);
        Assert.InRange(Array.IndexOf(lines, Heading), 20, 50);
        Assert.NotEmpty(Promised(program));
        Assert.Contains($"[{program}]({program})", File.ReadAllText(Path.Combine(s_folder, "README.md")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Promised(string program) => File.ReadLines(Path.Combine(s_folder, program))
        .SkipWhile(line => line != Heading)
        .Skip(1)
        .Select(line => line[Comment.Length..]);
}
