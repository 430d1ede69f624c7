using System;
using System.Runtime.CompilerServices;
using Xunit;

namespace SoftKernels.Package.Tests.Harness;

/// <summary>A fact about the packed package. It takes minutes, so a plain <c>dotnet test</c> skips it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PackageFactAttribute : FactAttribute
{
    private const string Switch = "SOFTKERNELS_PACKAGE";

    public PackageFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Skip = "Run tests/package.sh, which packs the package and builds its consumers.";
        SkipUnless = nameof(IsAskedFor);
        SkipType = typeof(PackageFactAttribute);
    }

    public static bool IsAskedFor => Environment.GetEnvironmentVariable(Switch) == "1";
}
