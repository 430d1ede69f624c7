using System;
using Microsoft.CodeAnalysis;
using Xunit;

namespace SoftKernels.Generator.Tests.Harness;

/// <summary>The compilers that the tests mean: the oldest, or in tests/roslyn.sh the newest with the same generator.</summary>
public sealed class RoslynTests
{
    [Fact]
    public void The_generator_is_built_against_the_floor() => Assert.Equal(
        Wanted("RoslynFloor"),
        Assert.Single(typeof(SoftKernelGenerator).Assembly.GetReferencedAssemblies(), reference => reference.Name == "Microsoft.CodeAnalysis").Version);

    [Fact]
    public void And_runs_in_the_compiler_that_was_asked_for() =>
        Assert.Equal(Wanted("RoslynHost"), typeof(Compilation).Assembly.GetName().Version);

    /// <summary>Assemblies have four numbers.</summary>
    private static Version Wanted(string name) => new(Repository.Metadata(name) + ".0");
}
