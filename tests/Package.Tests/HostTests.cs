using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using SoftKernels.Package.Tests.Harness;
using Xunit;

namespace SoftKernels.Package.Tests;

/// <summary>Where the package is used: files without a project, other languages, other names for the library, builds without analyzers. What the FAQ's table says of them.</summary>
public sealed class HostTests
{
    private const string Program = """
        float[] logits = { 1, 2, 3, 4 };
        System.Console.WriteLine(Kernels.ArgMax4(logits));
        """;

    private const string Kernels = "[SoftKernels.SoftKernel(Size = 4)] public static partial class Kernels { }";

    [PackageFact]
    public async Task A_file_based_program_has_kernels()
    {
        var folder = await Workspace.Alone("file");
        await File.WriteAllTextAsync(Path.Combine(folder, "app.cs"), $"#:package SoftKernels@{Workspace.Version}\n#:property NuGetAudit=false\n{Program}\n{Kernels}\n");
        Assert.Equal("3", (await Tool.Run(folder, "dotnet", "run", "app.cs")).Trim());
    }

    [PackageFact]
    public async Task A_component_calls_kernels_of_a_C_sharp_file()
    {
        var folder = await Workspace.Alone("component");
        await WriteProject(folder, "component", PackageReference(""), sdk: "Microsoft.NET.Sdk.Web", output: "Library");
        await File.WriteAllTextAsync(Path.Combine(folder, "Kernels.cs"), Kernels);
        await File.WriteAllTextAsync(Path.Combine(folder, "Home.razor"), "<p>@Kernels.ArgMax4([1, 2, 3, 4])</p>\n");
        await Tool.Run(folder, "dotnet", "build");
    }

    [PackageFact]
    public async Task Other_languages_call_kernels_of_a_C_sharp_project()
    {
        var folder = await Workspace.Alone("languages");
        await WriteProject(Directory.CreateDirectory(Path.Combine(folder, "kernels")).FullName, "kernels", PackageReference(""), output: "Library");
        await File.WriteAllTextAsync(Path.Combine(folder, "kernels", "Kernels.cs"), Kernels);
        var reference = "<ProjectReference Include=\"../kernels/kernels.csproj\" />";
        foreach (var (extension, source) in ((string, string)[])
        [
            ("fs", "open System\nopen SoftKernels\nlet x = [| 1f; 2f; 3f; 4f |]\nprintfn \"%d %d\" (Kernels.ArgMax4(ReadOnlySpan x)) (SoftMath.ArgMax(ReadOnlySpan x))\n"),
            ("vb", "Imports SoftKernels\nModule Program\n  Sub Main()\n    Dim x = New Single() {1, 2, 3, 4}\n    Console.WriteLine(Kernels.ArgMax4(x) & \" \" & SoftMath.ArgMax(x))\n  End Sub\nEnd Module\n"),
        ])
        {
            var app = Directory.CreateDirectory(Path.Combine(folder, extension)).FullName;
            var compile = extension == "fs" ? "<Compile Include=\"Program.fs\" />" : "";
            await WriteProject(app, "app", reference + compile, extension: extension + "proj");
            await File.WriteAllTextAsync(Path.Combine(app, $"Program.{extension}"), source);
            Assert.Equal("3 3", (await Tool.Run(app, "dotnet", "run")).Trim());
        }
    }

    [PackageFact]
    public async Task A_package_known_by_an_alias_generates_that_alias()
    {
        var folder = await Workspace.Alone("alias");
        foreach (var aliases in (string[])["Soft", "global,Soft"])
        {
            await WriteProject(folder, "alias", PackageReference($"Aliases=\"{aliases}\""));
            await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), $"extern alias Soft;\n{Program}\n{Kernels.Replace("SoftKernels.", "Soft::SoftKernels.", StringComparison.Ordinal)}\n");
            Assert.Equal("3", (await Tool.Run(folder, "dotnet", "run")).Trim());
        }
    }

    /// <summary>As a clone references it.</summary>
    [PackageFact]
    public async Task So_does_a_project_known_by_an_alias()
    {
        var folder = await Workspace.Alone("alias-of-project");
        Repository.Copy(Repository.Root, folder, "runtime", "generator", "Directory.Build.props", "Directory.Packages.props");
        var app = Directory.CreateDirectory(Path.Combine(folder, "app")).FullName;
        await WriteProject(app, "app", """
            <ProjectReference Include="../runtime/SoftKernels.csproj" Aliases="Soft" />
            <ProjectReference Include="../generator/SoftKernels.Generator.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
            """);
        await File.WriteAllTextAsync(Path.Combine(app, "Program.cs"), $"extern alias Soft;\n{Program}\n{Kernels.Replace("SoftKernels.", "Soft::SoftKernels.", StringComparison.Ordinal)}\n");
        Assert.Equal("3", (await Tool.Run(app, "dotnet", "run", "-p:RunAnalyzers=false", "-p:GenerateDocumentationFile=false")).Trim());
    }

    [PackageFact]
    public async Task Without_analyzers_and_where_the_compiler_never_starts_them_mistakes_are_named_once()
    {
        var folder = await Workspace.Alone("mistakes");
        await WriteProject(folder, "mistakes", PackageReference(""), output: "Library");
        await File.WriteAllTextAsync(Path.Combine(folder, "A.cs"), "[SoftKernels.SoftKernel(Size = 4)] class A { static void M() => A.Max4(null); }");
        Assert.Equal(["SK0001"], await Rules("-p:RunAnalyzersDuringBuild=false"));
        Assert.Equal(["SK0001"], await Rules("-p:RunAnalyzers=false"));
        Assert.Equal(["SK0001"], await Rules("-p:RunAnalyzers=true"));

        await File.WriteAllTextAsync(Path.Combine(folder, ".editorconfig"), "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.severity = none\n");
        Assert.Equal(["SK0001"], await Rules());

        await File.WriteAllTextAsync(Path.Combine(folder, "B.cs"), "[SoftKernels.SoftKernel(Size = 0)] partial class B { }");
        Assert.Equal(["SK0001", "SK0002"], await Rules());

        async Task<string[]> Rules(params string[] arguments)
        {
            var (exitCode, output) = await Tool.TryRun(folder, "dotnet", ["msbuild", "-restore", "-nologo", "-v:m", "-tl:off", .. arguments]);
            Assert.NotEqual(0, exitCode);
            return [.. Regex.Matches(output, "error (?<id>SK[0-9]+)").Select(error => error.Groups["id"].Value).Order(StringComparer.Ordinal)];
        }
    }

    private static string PackageReference(string more) => $"<PackageReference Include=\"SoftKernels\" Version=\"{Workspace.Version}\" {more} />";

    private static Task WriteProject(string folder, string name, string items, string sdk = "Microsoft.NET.Sdk", string output = "Exe", string extension = "csproj") =>
        File.WriteAllTextAsync(Path.Combine(folder, $"{name}.{extension}"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>{output}</OutputType><NuGetAudit>false</NuGetAudit><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);
}
