using System;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using SoftKernels.Package.Tests.Harness;
using Xunit;

namespace SoftKernels.Package.Tests;

/// <summary>What a newcomer does: a new project, the package, the README's example, a look at what was generated.</summary>
public sealed partial class FirstStepsTests
{
    private const string Program = """
        float[] logits = [0, 1, 2, 3, 9, 4, 3, 2, 1, 0];
        var probabilities = new float[10];
        Digits.Softmax10(logits, probabilities);
        System.Console.WriteLine($"{Digits.ArgMax10(logits)} {probabilities[4] > 0.98f}");
        """;

    [PackageFact]
    public async Task The_example_of_the_README_runs_and_generates_the_file_shown_in_the_documentation()
    {
        var folder = await Workspace.Alone("first-steps");
        await Tool.Run(folder, "dotnet", "new", "console", "--no-restore");
        await Tool.Run(folder, "dotnet", "add", "package", "SoftKernels", "--version", Workspace.Version);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Program);
        await File.WriteAllTextAsync(Path.Combine(folder, "Digits.cs"), FirstExample().Match(await File.ReadAllTextAsync(Repository.At("README.md"))).Groups["code"].Value);

        Assert.Equal("4 True", (await Tool.Run(folder, "dotnet", "run", "-p:EmitCompilerGeneratedFiles=true", "-p:TreatWarningsAsErrors=true", "-p:NuGetAudit=false")).Trim());
        var emitted = Assert.Single(Directory.GetFiles(Path.Combine(folder, "obj"), "Digits.SoftKernel.g.cs", SearchOption.AllDirectories));
        await MatchesDocumentation(await File.ReadAllTextAsync(emitted));
    }

    private static async Task MatchesDocumentation(string emitted)
    {
        Assert.Contains($"// Written by SoftKernels {Workspace.Version} for Digits.", emitted, StringComparison.Ordinal);
        var shown = Repository.At("docs", "generated", "Digits.SoftKernel.g.cs");
        var normalised = emitted.Replace(Workspace.Version, "VERSION", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(shown, normalised);
        }

        Assert.True(
            await File.ReadAllTextAsync(shown) == normalised,
            "docs/generated/Digits.SoftKernel.g.cs is not what is generated now. Read the difference, then accept it with SNAPSHOT_ACCEPT=1 tests/package.sh.");
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex FirstExample();
}
