using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Threading.Tasks;
using SoftKernels.Package.Tests.Harness;
using Xunit;

namespace SoftKernels.Package.Tests;

/// <summary>What is published for a named instruction set leaves the JIT nothing to do: neither in the program's kernels nor in the package's code.</summary>
/// <remarks>The oldest runtime and the newest, because each has compilers of its own, and the oldest knows the fewest intrinsics.</remarks>
public sealed class ReadyToRunTests
{
    [PackageFact]
    public async Task First_calls_compile_nothing_on_net10() => await CompilesNothing("net10.0", "x86-64");

    [PackageFact]
    public async Task First_calls_compile_nothing_on_net8() => await CompilesNothing("net8.0", "x86-x64");

    private static async Task CompilesNothing(string framework, string architecture)
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "Instruction sets are named on x64 only.");
        Assert.SkipUnless(Avx2.IsSupported && Fma.IsSupported && Bmi2.IsSupported, "This machine is not one of x86-64-v3.");
        var set = $"{architecture}-{(Vector512.IsHardwareAccelerated ? "v4" : "v3")}";
        var workspace = await Workspace.Get();
        var folder = Path.Combine(workspace.Consumers, "published", $"Ready-{framework}");
        await Tool.Run(
            workspace.Consumers, "dotnet", "publish", "Ready", "-c", "Release", "--no-restore", "-f", framework, "-o", folder, $"-p:PublishReadyToRunCrossgen2ExtraArgs=--instruction-set:{set}");

        var list = Path.Combine(folder, "compiled.txt");
        var (exitCode, output) = await Tool.TryRunWith([("DOTNET_JitStdOutFile", list), ("DOTNET_JitDisasmSummary", "1")], folder, Path.Combine(folder, "Ready"));
        Assert.True(exitCode == 0 && output.StartsWith("called", StringComparison.Ordinal), output);
        var compiled = await File.ReadAllLinesAsync(list, TestContext.Current.CancellationToken);
        Assert.NotEmpty(compiled);
        Assert.DoesNotContain(compiled, IsOfKernels);
    }

    /// <summary>Of code that is hot by now the JIT makes more, behind the first calls' back: a tier of its own.</summary>
    private static bool IsOfKernels(string line) =>
        (line.Contains("SoftKernels", StringComparison.Ordinal) || line.Contains("Consumers", StringComparison.Ordinal)) && !line.Contains("Tier1", StringComparison.Ordinal);
}
