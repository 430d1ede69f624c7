using System.Threading.Tasks;
using SoftKernels.Generator.Rules;
using Xunit;
using Check = SoftKernels.CodeFixes.Tests.Harness.RuleCheck<SoftKernels.Generator.Diagnostics.Advice.AdviceAnalyzer>;
using FixCheck = SoftKernels.CodeFixes.Tests.Harness.FixCheck<SoftKernels.Generator.Diagnostics.Advice.AdviceAnalyzer, SoftKernels.CodeFixes.TensorSoftMaxFix>;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>SK2002.</summary>
public sealed class TensorSoftMaxTests
{
    private const string Hit = """
        using System.Numerics.Tensors;
        class C { void M(float[] x) => {|#0:TensorPrimitives.SoftMax<float>|}(x, x); }
        """;

    [Fact]
    public Task SK2002_says_what_overflows_and_what_to_call() => Check.Reports(
        Rule.UnstableTensorPrimitive,
        Hit,
        "'TensorPrimitives.SoftMax' does not subtract the maximum, so values above 88.7 overflow to infinity and NaN: call 'SoftMath.Softmax', which is stable");

    [Fact]
    public Task Other_methods_and_types_are_left_alone() => Check.IsSilent("""
        using System;
        using System.Numerics;
        using System.Numerics.Tensors;
        class C
        {
            void SoftMax(float[] x, float[] y) { }
            void M(float[] x, float[] y) { SoftMax(x, y); TensorPrimitives.Exp<float>(x, y); TensorPrimitives.Sigmoid<float>(x, y); }
            void M<T>(ReadOnlySpan<T> x, Span<T> y) where T : IExponentialFunctions<T> => TensorPrimitives.SoftMax(x, y);
        }
        """);

    /// <summary>Types that <c>SoftMath</c> does not take: by what they are, and by which build of it there is.</summary>
    [Theory]
    [InlineData("struct S : IExponentialFunctions<S> { } class C { void M(S[] x) => TensorPrimitives.SoftMax<S>(x, x); }")]
    [InlineData("class S : IBinaryFloatingPointIeee754<S> { } class C { void M(S[] x) => TensorPrimitives.SoftMax<S>(x, x); }")]
    [InlineData("struct S : IBinaryFloatingPointIeee754<S> { object o; } class C { void M(S[] x) => TensorPrimitives.SoftMax<S>(x, x); }")]
    [InlineData("class C { void M<T>(T[] x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.SoftMax<T>(x, x); }")]
    [InlineData("namespace Other { class TensorPrimitives { public static void SoftMax(Span<float> x) { } } } class C { void M(float[] x) => Other.TensorPrimitives.SoftMax(x); }")]
    [InlineData("namespace System.Numerics.Tensors { static class Other { public static void SoftMax(ReadOnlySpan<float> x, Span<float> y) { } } } class C { void M(float[] x) => Other.SoftMax(x, x); }")]
    [InlineData("namespace System.Numerics.Tensors { class Tensor { public void SoftMax(ReadOnlySpan<float> x) { } } } class C { void M(float[] x) => new System.Numerics.Tensors.Tensor().SoftMax(x); }")]
    public Task A_type_that_is_not_taken_is_left_alone(string program) => Check.IsSilentOnErrors("using System; using System.Numerics; using System.Numerics.Tensors; " + program);

    [Fact]
    public Task Without_the_generic_method_other_types_are_left_alone() => Check.IsSilentWithoutPackage("""
        using System;
        using System.Numerics.Tensors;
        namespace SoftKernels { public static class SoftMath { public static void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities) { } } }
        class C { void M(Half[] x) => TensorPrimitives.SoftMax<Half>(x, x); }
        """);

    [Fact]
    public Task Without_the_generic_method_float_is_advised() => Check.ReportsWithoutPackage("""
        using System;
        using System.Numerics.Tensors;
        namespace SoftKernels { public static class SoftMath { public static void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities) { } } }
        class C { void M(float[] x) => {|SK2002:TensorPrimitives.SoftMax<float>|}(x, x); }
        """);

    [Theory]
    [InlineData("dotnet_diagnostic.SK2002.severity = none")]
    public Task It_is_switched_off_by_a_line_in_editorconfig(string line) => Check.IsSilentUnder(line, Hit.Replace("{|#0:", "").Replace("|}", ""));

    [Fact]
    public Task Without_the_package_nothing_is_said() => Check.IsSilentWithoutPackage(Hit.Replace("{|#0:", "").Replace("|}", ""));

    /// <summary>In a longer destination the old method sums and divides what lies beyond the row too: only where that is 0 it computes softmax.</summary>
    [Fact]
    public Task SoftMath_is_called_instead() => FixCheck.MendsAndComputesTheSame(
        """
        using System;
        using System.Numerics.Tensors;

        class C
        {
            void M(float[] x, Span<float> y, double[] d, Half[] h)
            {
                // Kept.
                {|SK2002:TensorPrimitives.SoftMax<float>|}(x, x);
                {|SK2002:TensorPrimitives.SoftMax|}(x, y);
                {|SK2002:TensorPrimitives.SoftMax<double>|}(destination: d, x: d);
                {|SK2002:System.Numerics.Tensors.TensorPrimitives.SoftMax<Half>|}(h, h);
            }
        }
        """,
        """
        using System;
        using System.Numerics.Tensors;
        using SoftKernels;

        class C
        {
            void M(float[] x, Span<float> y, double[] d, Half[] h)
            {
                // Kept.
                SoftMath.Softmax(x, x);
                SoftMath.Softmax(x, y.Slice(0, x.Length));
                SoftMath.Softmax(probabilities: d, logits: d);
                SoftMath.Softmax<Half>(h, h);
            }
        }
        """,
        isRestZero: true);

    /// <summary>Where it can't be said how long the row is without computing it twice, or what the result is is used.</summary>
    [Theory]
    [InlineData("{|SK2002:TensorPrimitives.SoftMax<float>|}(x.AsSpan(1), y);")]
    [InlineData("{|SK2002:TensorPrimitives.SoftMax<float>|}(x.AsSpan(0, n - 1), y);")]
    [InlineData("{|SK2002:TensorPrimitives.SoftMax<float>|}(x[1..], y);")]
    [InlineData("{|SK2002:TensorPrimitives.SoftMax<float>|}(Next(), y);")]
    [InlineData("{|SK2002:TensorPrimitives.SoftMax<float>|}(Property, y);")]
    [InlineData("{|SK2002:TensorPrimitives.SoftMax<float>|}(x, stackalloc float[9]);")]
    [InlineData("{|SK2002:TensorPrimitives.SoftMax<float>|}(x, stackalloc[] { 1f, 2f });")]
    [InlineData("var t = {|SK2002:Tensor.SoftMax<float>|}(x, x);")]
    [InlineData("{|SK2002:Tensor.SoftMax<float>|}(tensor, tensor);")]
    [InlineData("var t = {|SK2002:Tensor.SoftMax<float>|}(tensor);")]
    public Task No_fix_is_offered(string statement) => FixCheck.OffersNothing(Partial(statement));

    [Theory]
    [InlineData("{|SK2002:TensorPrimitives.SoftMax<float>|}(x.AsSpan(), y);", "SoftMath.Softmax(x.AsSpan(), y.Slice(0, x.Length));")]
    [InlineData("{|SK2002:TensorPrimitives.SoftMax<float>|}(x.AsSpan(0, n), y);", "SoftMath.Softmax(x.AsSpan(0, n), y.Slice(0, n));")]
    [InlineData("{|SK2002:TensorPrimitives.SoftMax<float>|}(y.Slice(0, n), x);", "SoftMath.Softmax(y.Slice(0, n), x.AsSpan(0, n));")]
    [InlineData("{|SK2002:TensorPrimitives.SoftMax<float>|}(this.field, field);", "SoftMath.Softmax(this.field, field.AsSpan(0, this.field.Length));")]
    public Task The_row_is_as_long_as_it_says(string statement, string mended) => FixCheck.MendsAndComputesTheSame(
        Partial(statement), Partial(mended).Replace("using System.Numerics.Tensors;", "using System.Numerics.Tensors;\nusing SoftKernels;"), isRestZero: true);

    private static string Partial(string statement) => $$"""
        #pragma warning disable SYSLIB5001
        using System;
        using System.Numerics.Tensors;
        class C
        {
            float[] field = { 1, 2 };
            float[] Property => field;
            float[] Next() => field;
            void M(float[] x, Span<float> y, int n) { if (n > 0) { {{statement}} } }
        }
        """.Replace("Span<float> y, int n)", statement.Contains("tensor") ? "Tensor<float> tensor, int n)" : "Span<float> y, int n)");
}
