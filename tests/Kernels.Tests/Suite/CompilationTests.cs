using System;
using System.Linq;
using System.Reflection;
using SoftKernels.Numerics;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>How the JIT is asked to compile kernels.</summary>
[On(Hardware.Any)]
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
        var optimised = MethodsOf(member).Where(BeginsWithLoopInHandler).ToList();
        Assert.NotEmpty(optimised);
        Assert.All(optimised, method => Assert.True(
            method.MethodImplementationFlags.HasFlag(MethodImplAttributes.NoInlining),
            $"{method.DeclaringType}.{method.Name} may be inlined."));
    }

    /// <summary>The flag would do as much in a process that compiles as it goes, and leave nothing to compile ahead of time.</summary>
    [Theory]
    [InlineData(typeof(SoftMath))]
    [InlineData(typeof(CompilationTests))]
    public void Nothing_is_kept_from_being_compiled_ahead_of_time(Type member) =>
        Assert.DoesNotContain(MethodsOf(member), method => method.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveOptimization));

    /// <summary>A method of registers that is a call must be optimised at once: in tier 0 its helpers would be calls, too.</summary>
    [Fact]
    public void What_is_a_call_among_the_registers_is_optimised_at_once()
    {
        var calls = MethodsOf(typeof(SoftMath))
            .Where(method => method.DeclaringType is { IsGenericTypeDefinition: false, Namespace: "SoftKernels.Numerics", IsNested: false } type
                && type.Name is nameof(Registers.Single512) or nameof(Registers.Single256) or nameof(Registers.Single128)
                    or nameof(Registers.Double512) or nameof(Registers.Double256) or nameof(Registers.Double128))
            .Where(method => method.MethodImplementationFlags.HasFlag(MethodImplAttributes.NoInlining))
            .ToList();

        Assert.NotEmpty(calls);
        string[] rare = ["OfPadded", "IndexOfNaN"];
        Assert.All(calls.Where(method => !rare.Contains(method.Name)), method => Assert.True(
            BeginsWithLoopInHandler(method), $"{method.DeclaringType}.{method.Name} begins in tier 0."));
    }

    private static MethodInfo[] MethodsOf(Type member) =>
        [.. member.Assembly.GetTypes().SelectMany(type => type.GetMethods(All)).Where(method => method.GetMethodBody() is not null)];

    /// <summary>An empty try with a finally, at the very beginning.</summary>
    private static bool BeginsWithLoopInHandler(MethodInfo method) =>
        method.GetMethodBody()!.ExceptionHandlingClauses.Any(clause =>
            clause is { Flags: ExceptionHandlingClauseOptions.Finally, TryLength: <= 4 } && clause.TryOffset <= 2);
}
