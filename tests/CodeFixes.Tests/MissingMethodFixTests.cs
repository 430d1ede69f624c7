using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.CodeFixes.Tests.Harness;
using Xunit;
using Check = SoftKernels.CodeFixes.Tests.Harness.FixCheck<Microsoft.CodeAnalysis.Testing.EmptyDiagnosticAnalyzer, SoftKernels.CodeFixes.Missing.MissingMethodFix>;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>Calls of methods that an annotated type does not have.</summary>
public sealed class MissingMethodFixTests
{
    [Theory]
    [InlineData("SoftMax10", "Softmax10")]
    [InlineData("softmax10", "Softmax10")]
    [InlineData("SoftmaxRows10", "Softmax10Rows")]
    [InlineData("Softmax10Row", "Softmax10Rows")]
    [InlineData("Softmax_10", "Softmax10")]
    [InlineData("logSoftMax10", "LogSoftmax10")]
    [InlineData("Hardmax", "HardMax")]
    public Task Another_spelling_is_mended(string called, string mended) => Check.Mends(
        Program("SoftKernel(10)", $"Digits.{{|CS0117:{called}|}}(x, y)"), Program("SoftKernel(10)", $"Digits.{mended}(x, y)"));

    [Theory]
    [InlineData("SoftKernel(10)", "Softmax12(x, y)", "SoftKernel(12)")]
    [InlineData("SoftKernel(Size = 10)", "Softmax65536Rows(x, y)", "SoftKernel(65536)")]
    [InlineData("SoftKernel(10)", "TopK12(x, indices)", "SoftKernel(12, Operations = SoftOperations.TopK)")]
    [InlineData("SoftKernel(10)", "MaskedSoftmax12(x, mask, y)", "SoftKernel(12, Extras = SoftExtras.Mask)")]
    [InlineData("SoftKernel(10)", "Softmax12Columns(x, y, 3)", "SoftKernel(12, Extras = SoftExtras.Columns)")]
    [InlineData("SoftKernel(10)", "Softmax12(x, 0.5f, y)", "SoftKernel(12, Extras = SoftExtras.Temperature)")]
    [InlineData("SoftKernel(10)", "Softmax12Columns(x, 0.5f, y, 3)", "SoftKernel(12, Extras = SoftExtras.Temperature | SoftExtras.Columns)")]
    [InlineData("SoftKernel(10)", "Softmax12(d, d)", "SoftKernel(12, ElementType = typeof(double))")]
    [InlineData("SoftKernel(10)", "Softmax10_(d, d)", "SoftKernel(10, ElementType = typeof(double))", "Softmax10(d, d)")]
    [InlineData("SoftKernel(10)", "Softmax12(h, h)", "SoftKernel(12, ElementType = typeof(Half))")]
    [InlineData("SoftKernel(10, ElementType = typeof(double))", "LogSumExp12(null)", "SoftKernel(12, ElementType = typeof(double))")]
    [InlineData("SoftKernel(10), SoftKernel(20, ElementType = typeof(double))", "LogSumExp12(null)", "SoftKernel(12)")]
    [InlineData("SoftKernel(10)", "softMaxRows12(x, y)", "SoftKernel(12)", "Softmax12Rows(x, y)")]
    public Task A_size_is_declared(string attributes, string call, string added, string? mended = null) => Check.Mends(
        Program(attributes, $"Digits.{Marked(call)}"), Program($"{attributes}]\n[{added}", $"Digits.{mended ?? call}"));

    [Theory]
    [InlineData("SoftKernel(10)", "MaskedArgMax10(x, mask)", "SoftKernel(10, Extras = SoftExtras.Mask)")]
    [InlineData("SoftKernel(10, Extras = SoftExtras.Columns)", "MaskedArgMax10(x, mask)", "SoftKernel(10, Extras = SoftExtras.Columns | SoftExtras.Mask)")]
    [InlineData("SoftKernel(10)", "Entropy10(x)", "SoftKernel(10, Operations = SoftOperations.Core | SoftOperations.Entropy)")]
    [InlineData("SoftKernel(10)", "Entropy(x)", "SoftKernel(10, Operations = SoftOperations.Core | SoftOperations.Entropy)")]
    [InlineData("SoftKernel(10, Operations = SoftOperations.Max)", "Sample10(x, 0.5)", "SoftKernel(10, Operations = SoftOperations.Max | SoftOperations.Sample)")]
    [InlineData("SoftKernel(10, Operations = SoftOperations.Max)", "SoftmaxLogSumExp10(x, y)", "SoftKernel(10, Operations = SoftOperations.Max | SoftOperations.Softmax | SoftOperations.LogSumExp)")]
    [InlineData("SoftKernel(10, Operations = SoftOperations.Max)", "MaskedTopK10(x, mask, indices)", "SoftKernel(10, Operations = SoftOperations.Max | SoftOperations.TopK, Extras = SoftExtras.Mask)")]
    [InlineData("SoftKernel(10, Name = \"Classes\")", "MaskedSoftmaxClasses(x, mask, y)", "SoftKernel(10, Name = \"Classes\", Extras = SoftExtras.Mask)")]
    [InlineData("SoftKernel(10)", "softmax10columns(x, y, 3)", "SoftKernel(10, Extras = SoftExtras.Columns)", "Softmax10Columns(x, y, 3)")]
    public Task A_declared_size_asks_for_more(string attribute, string call, string changed, string? mended = null) => Check.Mends(
        Program(attribute, $"Digits.{Marked(call)}"), Program(changed, $"Digits.{mended ?? call}"));

    [Theory]
    [InlineData("SoftKernel(10)", "Softmax10(x, 0.5f, y)", "SoftKernel(10, Extras = SoftExtras.Temperature)")]
    [InlineData("SoftKernel(10)", "Softmax(x, 0.5f, y)", "SoftKernel(10, Extras = SoftExtras.Temperature)")]
    [InlineData("SoftKernel(10, Operations = SoftOperations.ArgMax)", "ArgMax10(x, out float probability)", "SoftKernel(10, Operations = SoftOperations.ArgMax | SoftOperations.Softmax)")]
    public Task An_overload_that_is_not_there_is_asked_for(string attribute, string call, string changed) => Check.Mends(
        Program(attribute, $"Digits.{Marked(call, "CS1501")}"), Program(changed, $"Digits.{call}"));

    [Theory]
    [InlineData("Softmax10({|CS1503:d|}, {|CS1503:d|})", "SoftKernel(10)]\n[SoftKernel(10, ElementType = typeof(double))")]
    [InlineData("LogSumExp10({|CS1503:h|})", "SoftKernel(10)]\n[SoftKernel(10, ElementType = typeof(Half))")]
    public Task Values_of_another_type_are_declared(string call, string attributes) => Check.Mends(
        Program("SoftKernel(10)", $"Digits.{call}"), Program(attributes, $"Digits.{call.Replace("{|CS1503:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)}"));

    [Fact]
    public Task Inside_the_type_too()
    {
        static string Inside(string attributes, string called) => $$"""
            using SoftKernels;
            [{{attributes}}]
            static partial class Digits
            {
                static class Nested { static void M(float[] x, float[] y) => {{called}}; }
            }
            """;
        return Check.Mends(Inside("SoftKernel(10)", Marked("Softmax12(x, y)", "CS0103")), Inside("SoftKernel(10)]\n[SoftKernel(12)", "Softmax12(x, y)"));
    }

    [Theory]
    [InlineData("using static Digits;")]
    [InlineData("global using static Digits;")]
    public Task And_where_a_file_uses_it(string directive)
    {
        string Calling(string method) => $"{directive} using SoftKernels; [SoftKernel(10)] static partial class Digits; class C {{ float M(float[] x) => {method}(x); }}";
        return Check.Mends(Calling("{|CS0103:Logsumexp10|}"), Calling("LogSumExp10"));
    }

    [Fact]
    public Task In_another_file_indented_and_with_what_stands_about_it() => Check.Mends(
        (
            "class C { float M(float[] x) => N.Kernels.Digits.{|CS0117:Entropy12|}(x); }",
            """
            namespace N
            {
                static partial class Kernels
                {
                    /// <summary>Kept once.</summary>
                    [SoftKernels.SoftKernel(10)] // and this
                    public static partial class Digits;
                }
            }
            """),
        (
            "class C { float M(float[] x) => N.Kernels.Digits.Entropy12(x); }",
            """
            namespace N
            {
                static partial class Kernels
                {
                    /// <summary>Kept once.</summary>
                    [SoftKernels.SoftKernel(10)] // and this
                    [SoftKernels.SoftKernel(12, Operations = SoftKernels.SoftOperations.Entropy)]
                    public static partial class Digits;
                }
            }
            """));

    [Theory]
    [InlineData("Logsumexp10", "LogSumExp10")]
    [InlineData("LogSumExp12", null)]
    [InlineData("Entropy10", null)]
    public Task Of_an_assembly_without_its_source_only_names_are_mended(string called, string? mended)
    {
        using MemoryStream image = new();
        CSharpCompilation library = CSharpCompilation.Create(
            "Library",
            [CSharpSyntaxTree.ParseText("[SoftKernels.SoftKernel(10)] public static class Digits { public static float LogSumExp10(System.ReadOnlySpan<float> values) => 0; }", cancellationToken: TestContext.Current.CancellationToken)],
            Consumer.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(library.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);

        static string Calling(string method) => $"class C {{ float M(float[] x) => Digits.{method}(x); }}";
        string marked = Calling($"{{|CS0117:{called}|}}");
        return Check.MendsBeside(MetadataReference.CreateFromImage(image.ToArray()), marked, mended is null ? marked : Calling(mended));
    }

    [Fact]
    public Task Of_a_generic_type() => Check.Mends(
        "using SoftKernels; [SoftKernel(4)] partial class Head<T>; class C { System.Func<float[], float> f = x => Head<int>.{|CS0117:LogSumExp5|}(x); }",
        "using SoftKernels; [SoftKernel(4)][SoftKernel(5)] partial class Head<T>; class C { System.Func<float[], float> f = x => Head<int>.LogSumExp5(x); }");

    [Theory]
    [InlineData("SoftKernel(10)", "Digits.{|CS0117:Softmax0|}(x, y)")]
    [InlineData("SoftKernel(10)", "Digits.{|CS0117:Softmax65537|}(x, y)")]
    [InlineData("SoftKernel(10)", "Digits.{|CS0117:Softmin10|}(x, y)")]
    [InlineData("SoftKernel(10)", "Digits.{|CS1501:Softmax10|}(x, y, 1, 2)")]
    [InlineData("SoftKernel(10), SoftKernel(0)", "Digits.{|CS0117:Softmax12|}(x, y)")]
    [InlineData("SoftKernel(10)", "Digits.Softmax10({|CS1503:indices|}, y)")]
    [InlineData("SoftKernel(10)", "Digits.Softmax({|CS1503:d|}, {|CS1503:d|})")]
    [InlineData("System.Obsolete", "Digits.{|CS0117:Softmax12|}(x, y)")]
    public Task Otherwise_nothing_is_offered(string attributes, string call) => Check.OffersNothing(Program(attributes, call));

    private static string Marked(string call, string error = "CS0117") => $"{{|{error}:{call.Split('(')[0]}|}}({call.Split('(', 2)[1]}";

    private static string Program(string attributes, string call) => $$"""
        using System;
        using SoftKernels;

        [{{attributes}}]
        static partial class Digits;

        class C
        {
            void M(float[] x, float[] y, double[] d, Half[] h, bool[] mask, int[] indices) => {{call}};
        }
        """;
}
