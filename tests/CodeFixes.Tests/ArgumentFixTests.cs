using System.Threading.Tasks;
using Xunit;
using Check = SoftKernels.CodeFixes.Tests.Harness.FixCheck<Microsoft.CodeAnalysis.Testing.EmptyDiagnosticAnalyzer, SoftKernels.CodeFixes.Arguments.ArgumentFix>;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>What holds values, passed for a span.</summary>
public sealed class ArgumentFixTests
{
    private const string Interop = "using System.Runtime.InteropServices;\n";
    private const string Unsafe = "using System.Runtime.CompilerServices;\n" + Interop;

    [Theory]
    [InlineData("List<float>", "x", "CollectionsMarshal.AsSpan(x)", Interop)]
    [InlineData("List<float>", "x.ToList()", "CollectionsMarshal.AsSpan(x.ToList())", Interop)]
    [InlineData("Memory<float>", "x", "x.Span")]
    [InlineData("ReadOnlyMemory<float>", "x.Slice(1)", "x.Slice(1).Span")]
    [InlineData("Memory<float>?", "x ?? default", "(x ?? default).Span")]
    [InlineData("System.Collections.Immutable.ImmutableArray<float>", "x", "x.AsSpan()")]
    [InlineData("Tensor<float>", "x", "x.GetSpan(stackalloc nint[x.Rank], (int)x.FlattenedLength)")]
    [InlineData("ReadOnlyTensorSpan<float>", "x", "x.GetSpan(stackalloc nint[x.Rank], (int)x.FlattenedLength)")]
    [InlineData("float[,]", "x", "MemoryMarshal.CreateSpan(ref Unsafe.As<byte, float>(ref MemoryMarshal.GetArrayDataReference(x)), x.Length)", Unsafe)]
    [InlineData("Microsoft.ML.OnnxRuntime.Tensors.DenseTensor<float>", "x", "x.Buffer.Span")]
    [InlineData("Microsoft.ML.OnnxRuntime.OrtValue", "x", "x.GetTensorDataAsSpan<float>()")]
    [InlineData("Microsoft.Extensions.AI.Embedding<float>", "x", "x.Vector.Span")]
    public Task Values_to_be_read(string type, string given, string passed, string directive = "")
    {
        string end = "float M(" + type + " x) => Digits.LogSumExp10(";
        return Check.Mends(Program("", end + "{|CS1503:" + given + "|});"), Program(directive, end + passed + ");"));
    }

    [Theory]
    [InlineData("List<float>", "CollectionsMarshal.AsSpan(y)", Interop)]
    [InlineData("Memory<float>", "y.Span")]
    [InlineData("Tensor<float>", "y.GetSpan(stackalloc nint[y.Rank], (int)y.FlattenedLength)")]
    [InlineData("Microsoft.ML.OnnxRuntime.Tensors.DenseTensor<float>", "y.Buffer.Span")]
    [InlineData("Microsoft.ML.OnnxRuntime.OrtValue", "y.GetTensorMutableDataAsSpan<float>()")]
    public Task Results_to_be_written(string type, string passed, string directive = "")
    {
        string end = "void M(float[] x, " + type + " y) => Digits.Softmax10(x, ";
        return Check.Mends(Program("", end + "{|CS1503:y|});"), Program(directive, end + passed + ");"));
    }

    [Fact]
    public Task Both_and_by_name() => Check.Mends(
        Program("", "void M(List<float> x, Memory<float> y) => Digits.Softmax10Rows(probabilities: {|CS1503:y|}, logits: {|CS1503:x|});"),
        Program(Interop, "void M(List<float> x, Memory<float> y) => Digits.Softmax10Rows(probabilities: y.Span, logits: CollectionsMarshal.AsSpan(x));"));

    [Theory]
    [InlineData("float", "{|CS1503:x|}", "{|CS1503:y|}")]
    [InlineData("double", "{|CS1503:x|}", "{|CS1503:y|}")]
    public Task For_the_library_too(string element, string x, string y) => Check.Mends(
        Program("", $"void M(List<{element}> x, Memory<{element}> y) => SoftMath.Softmax({x}, {y});"),
        Program(Interop, $"void M(List<{element}> x, Memory<{element}> y) => SoftMath.Softmax(CollectionsMarshal.AsSpan(x), y.Span);"));

    [Theory]
    [InlineData("float M(List<double> x) => Digits.LogSumExp10({|CS1503:x|});")]
    [InlineData("float M(float[][] x) => Digits.LogSumExp10({|CS1503:x|});")]
    [InlineData("float M(IEnumerable<float> x) => Digits.LogSumExp10({|CS1503:x|});")]
    [InlineData("void M(float[] x, ReadOnlyMemory<float> y) => Digits.Softmax10(x, {|CS1503:y|});")]
    [InlineData("Tensor<float> F() => null!; float M() => Digits.LogSumExp10({|CS1503:F()|});")]
    [InlineData("float M(List<float> x) => Sum({|CS1503:x|}); static float Sum(ReadOnlySpan<float> x) => 0;")]
    public Task Otherwise_nothing_is_offered(string member) => Check.OffersNothing(Program("", member));

    private static string Program(string directive, string member) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Numerics.Tensors;
        {{directive}}using SoftKernels;

        class C
        {
            {{member}}
        }

        [SoftKernel(10)]
        static partial class Digits;

        namespace Microsoft.ML.OnnxRuntime
        {
            class OrtValue
            {
                public ReadOnlySpan<T> GetTensorDataAsSpan<T>() => default;
                public Span<T> GetTensorMutableDataAsSpan<T>() => default;
            }
        }

        namespace Microsoft.ML.OnnxRuntime.Tensors
        {
            class DenseTensor<T> { public Memory<T> Buffer => default; }
        }

        namespace Microsoft.Extensions.AI
        {
            class Embedding<T> { public ReadOnlyMemory<T> Vector => default; }
        }
        """;
}
