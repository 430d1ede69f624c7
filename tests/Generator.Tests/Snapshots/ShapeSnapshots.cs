using System.Threading.Tasks;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Snapshots;

/// <summary>How a type is re-opened, and what shares its file. One short method each: the bodies are <see cref="OperationSnapshots"/>.</summary>
public sealed class ShapeSnapshots
{
    private const string Kernel = "[SoftKernels.SoftKernel(Size = 2, Operations = SoftKernels.SoftOperations.Max)]";

    [Fact]
    public Task Nested() => Match($"namespace A.B {{ partial class Outer {{ internal partial interface IMiddle {{ {Kernel} private static partial class Inner {{ }} }} }} }}");

    [Fact]
    public Task Generic() => Match($"namespace A {{ partial class Outer<T> where T : struct {{ {Kernel} public partial struct Inner<TKey, TValue> where TKey : notnull {{ }} }} }}");

    [Fact]
    public Task RecordStruct() => Match($"namespace A {{ {Kernel} public readonly partial record struct Point(int X, int Y); }}");

    [Fact]
    public Task Record() => Match($"namespace A {{ {Kernel} public sealed partial record Point(int X, int Y); }}");

    [Fact]
    public Task GlobalNamespace() => Match($"{Kernel} partial class Kernels {{ }}");

    [Fact]
    public Task KeywordNames() => Match($"namespace @namespace.@in {{ partial class @class<@int> {{ {Kernel} partial struct @record {{ }} }} }}");

    [Fact]
    public Task TwoSizesAndTwoTypes() => Match("""
        using SoftKernels;

        [SoftKernel(Size = 3, Operations = SoftOperations.Max)]
        [SoftKernel(Size = 2, Operations = SoftOperations.Max | SoftOperations.ArgMax)]
        [SoftKernel(Size = 2, ElementType = typeof(double), Operations = SoftOperations.Max)]
        static partial class Kernels { }
        """);

    /// <summary>Two for one size, of which the method for any length calls one, and one for each type of values.</summary>
    [Fact]
    public Task NamedSizes() => Match("""
        using SoftKernels;

        [SoftKernel(10, Name = "Classes", Operations = SoftOperations.Max)]
        [SoftKernel(10, Name = "Digits", Operations = SoftOperations.Max)]
        [SoftKernel(10, Name = "Classes", ElementType = typeof(double), Operations = SoftOperations.Max)]
        static partial class Kernels { }
        """);

    [Fact]
    public Task TwoPartsInTwoFiles() => Match(
        "[SoftKernels.SoftKernel(Size = 3, Operations = SoftKernels.SoftOperations.Max)] static partial class Kernels { }",
        $"{Kernel} static partial class Kernels {{ }}");

    [Fact]
    public Task NamesThatDifferInCaseOnly() => Match($"{Kernel} static partial class Kernels {{ }} {Kernel} static partial class KERNELS {{ }}");

    [Fact]
    public Task WithColumns() => Match("""
        [SoftKernels.SoftKernel(1000, Operations = SoftKernels.SoftOperations.Softmax | SoftKernels.SoftOperations.ArgMax, Extras = SoftKernels.SoftExtras.Columns)]
        static partial class Kernels { }
        """);

    /// <summary>Columns that don't come out even, and those that are read and written whole where half as many are turned together.</summary>
    [Fact]
    public Task BlocksOfRows() => Match("""
        using SoftKernels;

        [SoftKernel(5, Operations = SoftOperations.HardMax)]
        [SoftKernel(8, Operations = SoftOperations.HardMax)]
        static partial class Kernels { }
        """);

    private static Task Match(params string[] sources) => Snapshot.Match(GeneratorRun.Of(Consumer.Net80.Compile(sources)).Driver);
}
