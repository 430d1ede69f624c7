using System;
using System.Linq;
using System.Reflection;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>How the JIT is asked to compile kernels.</summary>
public sealed class CompilationTests
{
    private const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>
    /// The second tier inlines a hot loop into a short method that calls it, and then has no room left for the helpers of that loop:
    /// rows of 2 took seven times as long from some hundred calls on.
    /// </summary>
    [Theory]
    [InlineData(typeof(SoftMath))]
    [InlineData(typeof(CompilationTests))]
    public void What_is_optimised_at_once_is_never_inlined(Type member)
    {
        var optimised = member.Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(All))
            .Where(method => method.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveOptimization))
            .ToList();

        Assert.NotEmpty(optimised);
        Assert.All(optimised, method => Assert.True(
            method.MethodImplementationFlags.HasFlag(MethodImplAttributes.NoInlining),
            $"{method.DeclaringType}.{method.Name} may be inlined."));
    }
}
