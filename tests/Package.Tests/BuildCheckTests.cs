using System;
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

    [PackageFact]
    public async Task NoWarn_silences_both_checks()
    {
        var (exitCode, output) = await Build("-t:SoftKernelsCheckCompiler;SoftKernelsCheckInstructionSet", "-p:CompilerApiVersion=roslyn4.7", "-p:NoWarn=SKB001%3BSKB002", "-p:PublishAot=true");
        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("SKB001:", output, StringComparison.Ordinal);
        Assert.DoesNotContain("SKB002", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> Build(params string[] arguments)
    {
        var workspace = await Workspace.Get();
        return await Tool.TryRun(workspace.Consumers, "dotnet", ["msbuild", "Native", "-nologo", "-verbosity:minimal", "-p:Configuration=Debug", .. arguments]);
    }
}
