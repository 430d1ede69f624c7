using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using SoftKernels.Package.Tests.Harness;
using Xunit;

namespace SoftKernels.Package.Tests;

/// <summary>What the package says in the consumer's build. That it is silent where all is well, <see cref="ConsumerTests"/> shows: there, warnings are errors.</summary>
public sealed class BuildCheckTests
{
    [PackageFact]
    public async Task An_old_compiler_is_named_as_the_reason_why_nothing_is_generated()
    {
        var (exitCode, output) = await Build("-t:Build", "-p:CompilerApiVersion=roslyn4.7");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("SKB001", output, StringComparison.Ordinal);
    }

    [PackageFact]
    public async Task A_compiler_too_old_to_tell_its_version_is_old() =>
        Assert.Contains("SKB001", (await Build("-t:SoftKernelsCheckCompiler", "-p:CompilerApiVersion=")).Output, StringComparison.Ordinal);

    [PackageFact]
    public async Task The_oldest_compiler_that_will_do_is_not_complained_of()
    {
        var (exitCode, output) = await Build("-t:SoftKernelsCheckCompiler", "-p:CompilerApiVersion=roslyn4.8");
        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("SKB001", output, StringComparison.Ordinal);
    }

    /// <summary>Seen under the terminal's logger too, where messages are not, and no error for who counts warnings as errors.</summary>
    [PackageFact]
    public async Task A_missing_instruction_set_is_a_warning_that_never_counts_as_an_error()
    {
        foreach (var strictness in (string[])["-tl:off", "-tl:on", "-p:TreatWarningsAsErrors=true", "-p:MSBuildTreatWarningsAsErrors=true", "-warnaserror"])
        {
            var (exitCode, output) = await Build([.. s_native, strictness]);
            Assert.True(exitCode == 0, output);
            Assert.Contains("<IlcInstructionSet>x86-64-v3</IlcInstructionSet>", output, StringComparison.Ordinal);
            Assert.Contains("#:property IlcInstructionSet=x86-64-v3", output, StringComparison.Ordinal);
        }
    }

    /// <summary>Where every processor has the instructions, where they are named already, and where no native code is compiled.</summary>
    [PackageFact]
    public async Task Where_no_instruction_set_is_missing_nothing_is_said()
    {
        foreach (var properties in (string[][])
        [
            ["-p:PublishAot=true", "-p:RuntimeIdentifier=linux-arm64"],
            ["-p:PublishAot=true", "-p:RuntimeIdentifier=osx-arm64"],
            ["-p:PublishAot=true", "-p:RuntimeIdentifier=linux-x64", "-p:IlcInstructionSet=native"],
            ["-p:PublishAot=false", "-p:RuntimeIdentifier=linux-x64"],
        ])
        {
            var (exitCode, output) = await Build(["-t:SoftKernelsCheckInstructionSet", .. properties]);
            Assert.True(exitCode == 0, output);
            Assert.DoesNotContain("SKB002", output, StringComparison.Ordinal);
        }
    }

    /// <summary>The compiler's version is C#'s alone, and so are generated files.</summary>
    [PackageFact]
    public async Task Of_another_languages_compiler_nothing_is_demanded()
    {
        foreach (var language in (string[])["VB", "F#"])
        {
            var (exitCode, output) = await Build("-t:SoftKernelsCheckCompiler;SoftKernelsCheckGeneratedFiles", "-p:CompilerApiVersion=roslyn4.7", $"-p:Language={language}");
            Assert.True(exitCode == 0, output);
            Assert.DoesNotContain("SKB00", output, StringComparison.Ordinal);
        }
    }

    /// <summary>The compilers of native code before that of .NET 10 know the set by another name.</summary>
    [PackageFact]
    public async Task The_instruction_set_is_spelt_as_the_frameworks_compiler_spells_it()
    {
        Assert.Contains("x86-x64-v3<", (await Build([.. s_native, "-p:TargetFrameworkVersion=v8.0"])).Output, StringComparison.Ordinal);
        Assert.Contains("x86-x64-v3<", (await Build([.. s_native, "-p:TargetFrameworkVersion=v9.0"])).Output, StringComparison.Ordinal);
        Assert.Contains("x86-64-v3<", (await Build([.. s_native, "-p:TargetFrameworkVersion=v11.0"])).Output, StringComparison.Ordinal);
    }

    [PackageFact]
    public async Task Generated_files_among_the_sources_are_named_with_the_line_that_mends_it()
    {
        var folder = await Workspace.Alone("written");
        await File.WriteAllTextAsync(Path.Combine(folder, "Kernels.cs"), "[SoftKernels.SoftKernel(Size = 4)] static partial class Kernels { }");
        var project = Path.Combine(folder, "written.csproj");
        await WriteProject(project, "");
        await Tool.Run(folder, "dotnet", "build");

        string mend = "";
        foreach (var logger in (string[])["-tl:off", "-tl:on"])
        {
            var (exitCode, output) = await Tool.TryRun(folder, "dotnet", "build", "--no-restore", logger);
            Assert.NotEqual(0, exitCode);
            Assert.Contains("SKB003", output, StringComparison.Ordinal);
            Assert.DoesNotContain("error CS0111", output, StringComparison.Ordinal);
            mend = Regex.Match(output, "<Compile Remove=.*? />").Value;
        }

        Assert.Equal("<Compile Remove=\"Generated/**\" />", mend);
        await WriteProject(project, $"<ItemGroup>{mend}</ItemGroup>");

        await Tool.Run(folder, "dotnet", "build", "--no-restore");
    }

    [PackageFact]
    public async Task A_project_of_another_language_that_annotates_is_told_what_works()
    {
        var (fsharp, vb) = ("module A\n[<SoftKernels.SoftKernel(Size = 4)>]\ntype K = class end\n", "Imports SoftKernels\n<SoftKernel(Size:=4)>\nPublic Class K\nEnd Class\n");
        foreach (var (language, extension, source) in (IEnumerable<(string, string, string)>)[("F#", "fs", fsharp), ("VB", "vb", vb)])
        {
            var folder = await Workspace.Alone($"other-{extension}");
            await Tool.Run(folder, "dotnet", "new", "classlib", "-lang", language, "--no-restore");
            await Tool.Run(folder, "dotnet", "add", "package", "SoftKernels", "--version", Workspace.Version);
            Assert.DoesNotContain("SKB004", await Tool.Run(folder, "dotnet", "build", "-p:NuGetAudit=false"), StringComparison.Ordinal);

            foreach (var file in Directory.EnumerateFiles(folder, $"*.{extension}"))
            {
                await File.WriteAllTextAsync(file, source);
            }

            foreach (var logger in (string[])["-tl:off", "-tl:on"])
            {
                var output = await Tool.Run(folder, "dotnet", "build", "--no-restore", logger);
                Assert.Contains("SKB004", output, StringComparison.Ordinal);
                Assert.Contains("SoftMath", output, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>What Razor writes is seen by the analyzers, and not by the generator (SK0010).</summary>
    [PackageFact]
    public async Task An_attribute_in_a_Razor_file_is_an_error_that_says_where_to_move_it()
    {
        var folder = await Workspace.Alone("razor");
        await File.WriteAllTextAsync(Path.Combine(folder, "razor.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Library</OutputType><NuGetAudit>false</NuGetAudit></PropertyGroup>
              <ItemGroup><PackageReference Include="SoftKernels" Version="{Workspace.Version}" /></ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "Counter.razor"), "@using SoftKernels\n@attribute [SoftKernel(Size = 4)]\n<p>@Max4([1, 2, 3, 4])</p>\n@code {\n    [SoftKernel(Size = 5)] static class Inner { }\n}\n");

        var (exitCode, output) = await Tool.TryRun(folder, "dotnet", "build");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("'Counter.razor.cs'", output, StringComparison.Ordinal);
        Assert.Matches(@"Counter\.razor\(2,\d+\): error SK0010", output);
        Assert.Matches(@"Counter\.razor\(5,\d+\): error SK0010", output);
        Assert.DoesNotContain("SK0001", output, StringComparison.Ordinal);
    }

    [PackageFact]
    public async Task NoWarn_silences_the_checks()
    {
        var (exitCode, output) = await Build("-t:SoftKernelsCheckCompiler;SoftKernelsCheckInstructionSet", "-p:CompilerApiVersion=roslyn4.7", "-p:NoWarn=SKB001%3BSKB002", "-p:PublishAot=true");
        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("SKB001:", output, StringComparison.Ordinal);
        Assert.DoesNotContain("SKB002", output, StringComparison.Ordinal);
    }

    private static readonly string[] s_native = ["-t:SoftKernelsCheckInstructionSet", "-p:PublishAot=true", "-p:RuntimeIdentifier=linux-x64"];

    private static Task WriteProject(string path, string items) => File.WriteAllTextAsync(path, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <NuGetAudit>false</NuGetAudit>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
            <CompilerGeneratedFilesOutputPath>Generated</CompilerGeneratedFilesOutputPath>
          </PropertyGroup>
          <ItemGroup><PackageReference Include="SoftKernels" Version="{Workspace.Version}" /></ItemGroup>
          {items}
        </Project>
        """);

    private static async Task<(int ExitCode, string Output)> Build(params string[] arguments)
    {
        var workspace = await Workspace.Get();
        return await Tool.TryRun(workspace.Consumers, "dotnet", ["msbuild", "Native", "-nologo", "-verbosity:minimal", "-p:Configuration=Debug", .. arguments]);
    }
}
