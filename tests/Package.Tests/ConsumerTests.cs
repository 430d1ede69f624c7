using System;
using System.IO;
using System.Reflection;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Threading.Tasks;
using SoftKernels.Package.Tests.Harness;
using Xunit;

namespace SoftKernels.Package.Tests;

/// <summary>Each consumer is built from the package, with warnings as errors, and run; it compares its results with the golden file.</summary>
public sealed class ConsumerTests
{
    private const string Bits = "bits";
    private const string Bounds = "bounds";

    /// <summary>What is promised on this machine to code that uses all of it.</summary>
    private static string Promise => Fma.IsSupported || AdvSimd.Arm64.IsSupported ? Bits : Bounds;

    [PackageFact]
    public async Task Runs_on_net10() => await Runs("net10.0", "", ".NET 10.");

    [PackageFact]
    public async Task Runs_on_net9_with_a_runtime_of_its_own() => await Runs("net9.0", Runtime, ".NET 9.");

    [PackageFact]
    public async Task Runs_on_net8_with_a_runtime_of_its_own() => await Runs("net8.0", Runtime, ".NET 8.");

    [PackageFact]
    public async Task Runs_on_NET_Framework_compiled_as_C_sharp_7()
    {
        var program = Path.Combine(await Build("Everywhere", "-f", "net472"), "net472", "Everywhere.exe");
        Assert.SkipUnless(Tool.HasMono, "It was built, but there is no mono with netstandard.dll to run it; tests/package.sh installs both on Debian, as root.");
        AssertPassed(await Tool.TryRun(Repository.Root, "mono", program, Repository.Golden, Bounds), "Mono");
    }

    [PackageFact]
    public async Task A_signed_program_for_NET_Framework_may_reference_it()
    {
        var folder = Path.Combine(await Build("Signed"), "net472");
        Assert.Equal(
            AssemblyName.GetAssemblyName(Path.Combine(folder, "Signed.exe")).GetPublicKeyToken(),
            AssemblyName.GetAssemblyName(Path.Combine(folder, "SoftKernels.dll")).GetPublicKeyToken());
        Assert.SkipUnless(Tool.HasMono, "It was built, but there is no mono with netstandard.dll to run it; tests/package.sh installs both on Debian, as root.");
        AssertPassed(await Tool.TryRun(Repository.Root, "mono", Path.Combine(folder, "Signed.exe"), Repository.Golden, Bounds), "Mono");
    }

    /// <summary>The library was compiled for scalars, and runs on what the program brings along.</summary>
    [PackageFact]
    public async Task A_library_for_netstandard_runs_on_net10() =>
        AssertPassed(await TryRun(Path.Combine(await Build("LibraryUser"), "net10.0", "LibraryUser"), Promise), ".NET 10.");

    [PackageFact]
    public async Task Native_code_keeps_the_bounds_on_any_processor_and_says_that_it_could_be_faster()
    {
        Assert.SkipUnless(Tool.HasLinker, "There is no clang or gcc to link with; tests/package.sh installs one on Debian, as root.");
        var (folder, output) = await Publish("Native");
        AssertPassed(await TryRun(Path.Combine(folder, "Native"), Bounds), ".NET 10.");
        Assert.Equal(Runtime.EndsWith("-x64", StringComparison.Ordinal), output.Contains("SKB002", StringComparison.Ordinal));
    }

    [PackageFact]
    public async Task Native_code_for_new_processors_has_the_golden_bits()
    {
        Assert.SkipUnless(Avx2.IsSupported && Fma.IsSupported && Bmi2.IsSupported, "This machine is not one of x86-64-v3.");
        Assert.SkipUnless(Tool.HasLinker, "There is no clang or gcc to link with; tests/package.sh installs one on Debian, as root.");
        var (folder, output) = await Publish("Native", "-p:IlcInstructionSet=x86-64-v3");
        AssertPassed(await TryRun(Path.Combine(folder, "Native"), Bits), ".NET 10.");
        Assert.DoesNotContain("SKB002", output, StringComparison.Ordinal);
    }

    [PackageFact]
    public async Task A_trimmed_program_has_the_golden_bits() =>
        AssertPassed(await TryRun(Path.Combine((await Publish("Trimmed")).Folder, "Trimmed"), Promise), ".NET 10.");

    [PackageFact]
    public async Task A_project_and_one_that_sees_its_internals_both_have_kernels() => Assert.Equal(
        "1 1 True",
        (await Tool.Run(Repository.Root, Path.Combine(await Build("Friends/App"), "net10.0", "Friends.App"))).Trim());

    [PackageFact]
    public async Task Types_of_one_name_in_three_projects_do_not_meet() => Assert.Equal(
        "2 2 2",
        (await Tool.Run(Repository.Root, Path.Combine(await Build("Twins/App"), "net10.0", "Twins.App"))).Trim());

    private static string Runtime => System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;

    private static async Task Runs(string framework, string runtime, string description)
    {
        var output = await Build("Everywhere", "-f", framework);
        AssertPassed(await TryRun(Path.Combine(output, framework, runtime, "Everywhere"), Promise), description);
    }

    /// <summary>Builds a consumer; returns the folder that has a folder for each framework.</summary>
    private static async Task<string> Build(string project, params string[] arguments)
    {
        var workspace = await Workspace.Get();
        await Tool.Run(workspace.Consumers, "dotnet", ["build", project, "-c", "Release", "--no-restore", .. arguments]);
        return Path.Combine(workspace.Consumers, project, "bin", "Release");
    }

    private static async Task<(string Folder, string Output)> Publish(string project, params string[] arguments)
    {
        var workspace = await Workspace.Get();
        var folder = Path.Combine(workspace.Consumers, "published", $"{project}{arguments.Length}");
        var output = await Tool.Run(workspace.Consumers, "dotnet", ["publish", project, "-c", "Release", "--no-restore", "-o", folder, .. arguments]);
        return (folder, output);
    }

    private static Task<(int ExitCode, string Output)> TryRun(string program, string promise) => Tool.TryRun(Repository.Root, program, Repository.Golden, promise);

    private static void AssertPassed((int ExitCode, string Output) run, string description)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(run.Output);
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.StartsWith(description, run.Output, StringComparison.Ordinal);
    }
}
