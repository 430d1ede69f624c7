using System;
using System.Globalization;
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

    /// <summary>From an empty folder, by what the first screen says alone.</summary>
    [PackageFact]
    public async Task The_program_on_the_first_screen_runs_as_a_file()
    {
        var shown = FirstProgram().Match(await File.ReadAllTextAsync(Repository.At("README.md")));
        var folder = await Workspace.Alone("first-screen");
        await File.WriteAllTextAsync(Path.Combine(folder, "app.cs"), shown.Groups["code"].Value);

        Assert.Equal(shown.Groups["output"].Value, await Tool.Run(folder, "dotnet", "run", "app.cs"));
    }

    /// <summary>Asked twice: a cache has the older one.</summary>
    [Fact]
    public async Task A_package_of_development_has_a_version_that_has_never_been()
    {
        var older = await VersionOf();
        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken);
        var newer = await VersionOf();

        Assert.All([older, newer], version => Assert.StartsWith($"{Repository.VersionPrefix}-dev.", version, StringComparison.Ordinal));
        Assert.True(long.Parse(newer.Split('.')[^1], CultureInfo.InvariantCulture) > long.Parse(older.Split('.')[^1], CultureInfo.InvariantCulture));
        Assert.Equal(Repository.VersionPrefix, await VersionOf("-p:VersionSuffix="));
    }

    private static async Task<string> VersionOf(params string[] properties) =>
        (await Tool.Run(Repository.At("runtime"), "dotnet", ["msbuild", "-getProperty:PackageVersion", .. properties])).Trim();

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

    [GeneratedRegex("```csharp\n(?<code>#:package.*?)```.*?```text\n(?<output>.*?)```", RegexOptions.Singleline)]
    private static partial Regex FirstProgram();

    [GeneratedRegex("```csharp\n(?<code>using.*?)```", RegexOptions.Singleline)]
    private static partial Regex FirstExample();
}
