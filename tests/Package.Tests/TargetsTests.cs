using System;
using System.IO;
using System.Threading.Tasks;
using SoftKernels.Package.Tests.Harness;
using Xunit;

namespace SoftKernels.Package.Tests;

/// <summary>The build checks by themselves, in projects that import them and nothing else: no package, no compiler, so that a plain <c>dotnet test</c> runs them.</summary>
public sealed class TargetsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("targets").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("roslyn4.7", true)]
    [InlineData("", true)]
    [InlineData("roslyn4.8", false)]
    [InlineData("roslyn5.0", false)]
    public async Task SKB001_is_about_compilers_before_4_8(string compiler, bool isWarned) =>
        await Says("SKB001", isWarned, "SoftKernelsCheckCompiler", "", $"-p:CompilerApiVersion={compiler}", "-p:Language=C#");

    [Theory]
    [InlineData("", true)]
    [InlineData("-p:IlcInstructionSet=x86-64-v3", false)]
    [InlineData("-p:RuntimeIdentifier=linux-arm64", false)]
    [InlineData("-p:PublishAot=false", false)]
    [InlineData("-p:NoWarn=SKB002", false)]
    public async Task SKB002_is_about_native_code_for_any_x64(string argument, bool isWarned)
    {
        string[] native = ["-p:PublishAot=true", "-p:RuntimeIdentifier=linux-x64", "-p:TargetFrameworkVersion=v10.0"];
        await Says("SKB002", isWarned, "SoftKernelsCheckInstructionSet", "", argument.Length == 0 ? native : [.. native, argument]);
    }

    [Theory]
    [InlineData("", "x86-64-v4")]
    [InlineData("-p:TargetFrameworkVersion=v9.0", "x86-x64-v4")]
    [InlineData("-p:PublishReadyToRunCrossgen2ExtraArgs=--instruction-set:x86-64-v3", null)]
    [InlineData("-p:PublishReadyToRunCrossgen2ExtraArgs=--mibc:a", "x86-64-v4")]
    [InlineData("-p:RuntimeIdentifier=linux-arm64", null)]
    [InlineData("-p:PublishReadyToRun=false", null)]
    [InlineData("-p:TargetFrameworkVersion=v7.0", null)]
    [InlineData("-p:NoWarn=SKB005", null)]
    public async Task SKB005_is_about_ReadyToRun_for_any_x64(string argument, string? set)
    {
        var output = await Says("SKB005", set is not null, "SoftKernelsCheckReadyToRun", "", ReadyToRun(argument));
        Assert.Contains(set ?? "", output, StringComparison.Ordinal);
    }

    /// <summary>Whatever the project has said besides, on a command line even.</summary>
    [Theory]
    [InlineData("", ";--opt-cross-module:SoftKernels")]
    [InlineData("-p:PublishReadyToRunCrossgen2ExtraArgs=--instruction-set:x86-64-v3", "--instruction-set:x86-64-v3;--opt-cross-module:SoftKernels")]
    [InlineData("-p:PublishReadyToRun=false", "")]
    [InlineData("-p:TargetFrameworkVersion=v7.0", "")]
    public async Task ReadyToRun_inlines_what_the_package_has(string argument, string options)
    {
        await WriteProject("<Target Name=\"ResolveReadyToRunCompilers\"><Message Importance=\"high\" Text=\"[$(PublishReadyToRunCrossgen2ExtraArgs)]\" /></Target>");
        var output = await Tool.Run(_folder, "dotnet", ["msbuild", "project.proj", "-nologo", "-verbosity:minimal", "-t:ResolveReadyToRunCompilers", .. ReadyToRun(argument)]);
        Assert.Contains($"[{options}]", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Generated/SoftKernels.Generator/SoftKernels.Generator.SoftKernelGenerator/A.SoftKernel.g.cs", "SoftKernels.Generator.dll", "<Compile Remove=\"Generated/**\" />")]
    [InlineData("Own/Made/SoftKernels.Generator/SoftKernels.Generator.SoftKernelGenerator/A.SoftKernel.g.cs", "SoftKernels.Generator.dll", "<Compile Remove=\"Own/Made/**\" />")]
    [InlineData("SoftKernels.Generator/SoftKernels.Generator.SoftKernelGenerator/A.SoftKernel.g.cs", "SoftKernels.Generator.dll", "<Compile Remove=\"SoftKernels.Generator/**\" />")]
    [InlineData(
        "G/net8.0/SoftKernels.Generator/SoftKernels.Generator.SoftKernelGenerator/A.SoftKernel.g.cs;G/net10.0/SoftKernels.Generator/SoftKernels.Generator.SoftKernelGenerator/A.SoftKernel.g.cs",
        "SoftKernels.Generator.dll",
        "<Compile Remove=\"G/net8.0/**;G/net10.0/**\" />")]
    [InlineData("A.cs", "SoftKernels.Generator.dll", null)]
    [InlineData("Generated/SoftKernels.Generator/SoftKernels.Generator.SoftKernelGenerator/A.SoftKernel.g.cs", "Other.dll", null)]
    public async Task SKB003_names_the_folder_that_holds_generated_files(string file, string analyzer, string? mend)
    {
        var items = $"<ItemGroup><Compile Include=\"{file}\" /><Analyzer Include=\"{analyzer}\" /></ItemGroup>";
        var output = await Says("SKB003", mend is not null, "SoftKernelsCheckGeneratedFiles", items, "-p:Language=C#");
        Assert.Contains(mend ?? "", output, StringComparison.Ordinal);
        await Says("SKB003:", false, "SoftKernelsCheckGeneratedFiles", items, "-p:Language=C#", "-p:NoWarn=SKB003");
    }

    [Theory]
    [InlineData("F#", "[<SoftKernel(Size = 4)>]\ntype K = class end", true)]
    [InlineData("F#", "[<AutoOpen; SoftKernels.SoftKernelAttribute(Size = 4)>]\nmodule K", true)]
    [InlineData("F#", "[<AutoOpen>]\n[<SoftKernels.SoftKernel(Size = 4)>]\nmodule K", true)]
    [InlineData("F#", "[<\n  Literal; SoftKernel(Size = 4)\n>]\ntype K = class end", true)]
    [InlineData("F#", "[<Uses(typeof<int>); SoftKernel(Size = 4)>]\ntype K = class end", true)]
    [InlineData("F#", "let t = typeof<SoftKernelAttribute>", false)]
    [InlineData("F#", "// [<SoftKernel(Size = 4)>]\nopen SoftKernels", false)]
    [InlineData("F#", "let x = SoftMath.Max(ReadOnlySpan logits)", false)]
    [InlineData("VB", "<SoftKernel(Size:=4)>\nPublic Class K", true)]
    [InlineData("VB", "<Serializable, softkernel(Size:=4)> Public Class K", true)]
    [InlineData("VB", "' <SoftKernel(Size:=4)>\nPublic Class K", false)]
    [InlineData("C#", "[SoftKernel(Size = 4)] partial class K;", false)]
    public async Task SKB004_is_about_attributes_in_other_languages(string language, string source, bool isWarned)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "source"), source, TestContext.Current.CancellationToken);
        await Says("SKB004", isWarned, "SoftKernelsCheckLanguage", "<ItemGroup><Compile Include=\"source\" /></ItemGroup>", $"-p:Language={language}");
    }

    /// <summary>The generator, which sees this property, then reports in the analyzers' stead.</summary>
    [Theory]
    [InlineData("true", "-p:RunAnalyzers=false")]
    [InlineData("true", "-p:RunAnalyzersDuringBuild=false")]
    [InlineData("", "-p:RunAnalyzersDuringBuild=false", "-p:RunAnalyzers=true")]
    [InlineData("", "-p:RunAnalyzersDuringBuild=false", "-p:DesignTimeBuild=true")]
    [InlineData("")]
    public async Task Whether_analyzers_run_is_passed_on_to_the_generator(string off, params string[] arguments)
    {
        await WriteProject("");
        Assert.Equal(off, (await Tool.Run(_folder, "dotnet", ["msbuild", "project.proj", "-getProperty:SoftKernelsAnalyzersOff", .. arguments])).Trim());
        Assert.Contains("SoftKernelsAnalyzersOff", await Tool.Run(_folder, "dotnet", "msbuild", "project.proj", "-getItem:CompilerVisibleProperty"), StringComparison.Ordinal);
    }

    private static string[] ReadyToRun(string argument)
    {
        string[] ready = ["-p:PublishReadyToRun=true", "-p:RuntimeIdentifier=linux-x64", "-p:TargetFrameworkVersion=v10.0"];
        return argument.Length == 0 ? ready : [.. ready, argument];
    }

    private async Task<string> Says(string code, bool isSaid, string target, string items, params string[] arguments)
    {
        await WriteProject(items);
        var (_, output) = await Tool.TryRun(_folder, "dotnet", ["msbuild", "project.proj", "-nologo", "-verbosity:minimal", $"-t:{target}", .. arguments]);
        Assert.True(output.Contains(code, StringComparison.Ordinal) == isSaid && !output.Contains("MSB", StringComparison.Ordinal), output);
        return output;
    }

    private Task WriteProject(string items) => File.WriteAllTextAsync(
        Path.Combine(_folder, "project.proj"),
        $"<Project>{items}<Target Name=\"CoreCompile\" /><Import Project=\"{Repository.At("runtime", "buildTransitive", "SoftKernels.targets")}\" /></Project>");
}
