using System;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
#if SNAPSHOT_ENGINE_VERIFY
using System.Runtime.CompilerServices;
using SoftKernels.Generator.Planning;
using VerifyTests;
using VerifyXunit;
#endif

namespace SoftKernels.Generator.Tests.Harness;

/// <summary>
/// Compares generated files with those beside the test, named as Verify names them:
/// <c>{Class}.{Method}_{parameter}={value}#{HintName}.verified.cs</c>.
/// The package's version is written as <see cref="Version"/>, or each release would change every file.
/// The engine is chosen by <c>-p:SnapshotEngine=Verify</c>; the default is <see cref="VerifiedFiles"/>.
/// </summary>
internal static class Snapshot
{
    public const string Version = "{version}";

    /// <summary>The environment variable that accepts what differs, whatever the engine.</summary>
    private const string Accept = "SNAPSHOT_ACCEPT";

    public static bool IsAccepted => Environment.GetEnvironmentVariable(Accept) == "1";

#if SNAPSHOT_ENGINE_VERIFY
    [ModuleInitializer]
    internal static void Initialize()
    {
        VerifySourceGenerators.Initialize();
        VerifierSettings.UseUtf8NoBom();
        if (IsAccepted)
        {
            VerifierSettings.AutoVerify();
        }
    }

    public static async Task Match(GeneratorDriver driver, [CallerFilePath] string testFile = "") =>
        await Verifier.Verify(driver, sourceFile: testFile).AddScrubber(text => text.Replace(FilePlan.ToolVersion, Version));
#else
    public static Task Match(GeneratorDriver driver) => VerifiedFiles.OfRunningTest().Match(driver);
#endif
}
