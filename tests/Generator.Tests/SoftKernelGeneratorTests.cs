using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests;

/// <summary>Edits and what becomes of the cached models.</summary>
public sealed class SoftKernelGeneratorTests
{
    private const string Digits = "[SoftKernels.SoftKernel(Size = 10)] partial class Digits { }";
    private const string Letters = "[SoftKernels.SoftKernel(Size = 26)] partial class Letters { }";

    [Theory]
    [InlineData("nothing", Digits)]
    [InlineData("a comment", "// Comment.\n" + Digits)]
    [InlineData("a member", "[SoftKernels.SoftKernel(Size = 10)] partial class Digits { int Field; }")]
    [InlineData("a modifier", "[SoftKernels.SoftKernel(Size = 10)] public static partial class Digits { }")]
    [InlineData("what the default is", "[SoftKernels.SoftKernel(Size = 5 + 5, ElementType = typeof(float))] partial class Digits { }")]
    [InlineData("another attribute", "[System.Obsolete, SoftKernels.SoftKernel(Size = 10)] partial class Digits { }")]
    public void An_edit_beside_the_point_leaves_the_model_unchanged(string edit, string after) =>
        Assert.True(Reasons([Digits], [after]) is [IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached], edit);

    [Theory]
    [InlineData("the size", "[SoftKernels.SoftKernel(Size = 11)] partial class Digits { }")]
    [InlineData("the element type", "[SoftKernels.SoftKernel(Size = 10, ElementType = typeof(double))] partial class Digits { }")]
    [InlineData("the operations", "[SoftKernels.SoftKernel(Size = 10, Operations = SoftKernels.SoftOperations.Max)] partial class Digits { }")]
    [InlineData("the name", "[SoftKernels.SoftKernel(Size = 10)] partial class Digit { }")]
    [InlineData("the kind of type", "[SoftKernels.SoftKernel(Size = 10)] partial struct Digits { }")]
    [InlineData("the namespace", "namespace N; [SoftKernels.SoftKernel(Size = 10)] partial class Digits { }")]
    public void An_edit_of_what_is_generated_modifies_the_model(string edit, string after) =>
        Assert.True(Reasons([Digits], [after]) is [IncrementalStepRunReason.Modified], edit);

    [Fact]
    public void One_type_does_not_wait_on_another() =>
        Assert.Equal(
            [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified],
            Reasons([Digits, Letters], [Digits, Letters.Replace("26", "27")]).Select(Settled).ToHashSet());

    [Theory]
    [InlineData("const int Size = 10;", "const int Size = 11;", IncrementalStepRunReason.Modified)]
    [InlineData("const int Size = 10;", "const int Size = 0;", IncrementalStepRunReason.Removed)]
    [InlineData("const int Size = 0;", "const int Size = 10;", IncrementalStepRunReason.New)]
    public void A_constant_in_another_file_counts(string before, string after, IncrementalStepRunReason reason)
    {
        const string Kernels = "[SoftKernels.SoftKernel(Size = Other.Size)] partial class Kernels { }";

        Assert.Equal([reason], Reasons([Kernels, $"class Other {{ public {before} }}"], [Kernels, $"class Other {{ public {after} }}"]));
    }

    [Theory]
    [InlineData("partial class Digits { int Field; }", IncrementalStepRunReason.Cached)]
    [InlineData("partial class Digits { void Softmax10() { } }", IncrementalStepRunReason.Cached)]
    [InlineData("partial class Digits { int Softmax10; }", IncrementalStepRunReason.Removed)]
    [InlineData("[SoftKernels.SoftKernel(Size = 11)] partial class Digits { }", IncrementalStepRunReason.Modified)]
    [InlineData("[SoftKernels.SoftKernel(Size = 10)] partial class Digits { }", IncrementalStepRunReason.Removed)]
    public void A_part_in_another_file_counts(string after, IncrementalStepRunReason reason) =>
        Assert.Equal([reason], Reasons([Digits, "partial class Digits { }"], [Digits, after]).Select(Settled));

    [Fact]
    public void When_the_first_attributed_part_goes_the_next_one_takes_over() =>
        Assert.Single(
            Reasons(
                [Digits, "[SoftKernels.SoftKernel(Size = 11)] partial class Digits { }"],
                ["partial class Digits { }", "[SoftKernels.SoftKernel(Size = 11)] partial class Digits { }"]),
            reason => reason != IncrementalStepRunReason.Removed);

    [Fact]
    public void Without_an_attribute_there_is_no_file() => Assert.Empty(GeneratorRun.Of(Consumer.Net80.Compile("partial class C { }")).Files);

    [Fact]
    public void Without_the_runtime_there_is_no_file() =>
        Assert.Empty(GeneratorRun.Of(Consumer.Net80.WithoutRuntime.Compile(Digits)).Files);

    private static IncrementalStepRunReason[] Reasons(string[] before, string[] after)
    {
        CSharpCompilation old = Consumer.Net80.Compile(before);

        // Only what differs gets a new tree, as in an editor.
        CSharpCompilation edited = old;
        for (int file = 0; file < before.Length; file++)
        {
            if (before[file] != after[file])
            {
                edited = edited.ReplaceSyntaxTree(old.SyntaxTrees[file], Consumer.Net80.Compile(after).SyntaxTrees[file]);
            }
        }

        return [.. GeneratorRun.AfterEdit(old, edited)];
    }

    /// <summary>Whether a step was skipped, or run with an equal result, comes to the same.</summary>
    private static IncrementalStepRunReason Settled(IncrementalStepRunReason reason) =>
        reason == IncrementalStepRunReason.Unchanged ? IncrementalStepRunReason.Cached : reason;
}
