using System.Threading.Tasks;
using SoftKernels.CodeFixes.Tests.Harness;
using SoftKernels.Generator.Diagnostics.Advice;
using Xunit;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>A project that knows the library by an extern alias: calls say it, and are offered where it is declared.</summary>
public sealed class AliasFixTests
{
    [Fact]
    public Task A_fix_says_the_alias() => FixCheck<AdviceAnalyzer, ByHandFix>.MendsUnderAlias(
        "Soft",
        """
        extern alias Soft;
        using System.Linq;

        class C
        {
            double M(double[] x) => System.Math.Log(x.Sum(v => {|SK2001:System.Math.Exp(v)|}));
        }
        """,
        """
        extern alias Soft;
        using System.Linq;

        class C
        {
            double M(double[] x) => Soft::SoftKernels.SoftMath.LogSumExp(x);
        }
        """);

    [Fact]
    public Task A_tensors_fix_too() => FixCheck<AdviceAnalyzer, TensorSoftMaxFix>.MendsUnderAlias(
        "Soft",
        """
        extern alias Soft;
        using System.Numerics.Tensors;

        class C
        {
            void M(float[] x) => {|SK2002:TensorPrimitives.SoftMax<float>|}(x, x);
        }
        """,
        """
        extern alias Soft;
        using System.Numerics.Tensors;

        class C
        {
            void M(float[] x) => Soft::SoftKernels.SoftMath.Softmax(x, x);
        }
        """);

    [Fact]
    public Task Where_the_alias_is_not_declared_none_is_offered() => FixCheck<AdviceAnalyzer, TensorSoftMaxFix>.MendsUnderAlias("Soft", Undeclared, Undeclared);

    private const string Undeclared = """
        using System.Numerics.Tensors;

        class C
        {
            void M(float[] x) => {|SK2002:TensorPrimitives.SoftMax<float>|}(x, x);
        }
        """;
}
