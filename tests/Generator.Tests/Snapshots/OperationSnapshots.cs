using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Snapshots;

/// <summary>Each operation alone, at a size that fits a register, one with a tail, one of several registers and one that is the library's.</summary>
public sealed class OperationSnapshots
{
    public static IReadOnlyList<int> Sizes { get; } = [4, 10, 64, 1000];

    public static TheoryData<string, int> Cases { get; } =
        [.. from operation in OperationCatalog.Core from size in Sizes select new TheoryDataRow<string, int>(operation.Name, size)];

    public static TheoryData<string> CasesOfTheLibrary { get; } =
        [.. OperationCatalog.All.Where(operation => operation is { HasMember: true, Extra: Extras.None, Steps.Length: 0 }).Select(operation => operation.Member).Distinct()];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Alone(string operation, int size) => Snapshot.Match(GeneratorRun.Of(Consumer.Net80.Compile($$"""
        [SoftKernels.SoftKernel(Size = {{size}}, Operations = SoftKernels.SoftOperations.{{operation}})]
        static partial class Kernels { }
        """)).Driver);

    /// <summary>What is the library's at every size, with all that may be asked for beside it: one size shows it all.</summary>
    [Theory]
    [MemberData(nameof(CasesOfTheLibrary))]
    public Task NothingUnrolled(string operation) => Snapshot.Match(GeneratorRun.Of(Consumer.Net80.Compile($$"""
        [SoftKernels.SoftKernel(10, Operations = SoftKernels.SoftOperations.{{operation}}, Extras = (SoftKernels.SoftExtras){{(int)ExtrasOf(operation)}})]
        static partial class Kernels { }
        """)).Driver);

    /// <summary>Blocks of rows and a row in registers that the library is handed; a longer row that is prepared and unrolled; no more than calls.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    [InlineData(1000)]
    public Task Masked(int size) => Snapshot.Match(GeneratorRun.Of(Consumer.Net80.Compile($$"""
        [SoftKernels.SoftKernel({{size}}, Operations = SoftKernels.SoftOperations.Softmax, Extras = SoftKernels.SoftExtras.Mask)]
        static partial class Kernels { }
        """)).Driver);

    /// <summary>Two operations, and both in one pass: the library's at every size.</summary>
    [Theory]
    [InlineData("LogSumExp")]
    [InlineData("ArgMax")]
    public Task InOnePassWithSoftmax(string operation) => Snapshot.Match(GeneratorRun.Of(Consumer.Net80.Compile($$"""
        [SoftKernels.SoftKernel(Size = 1000, Operations = SoftKernels.SoftOperations.Softmax | SoftKernels.SoftOperations.{{operation}})]
        static partial class Kernels { }
        """)).Driver);

    /// <summary>Stored as Half: checks and calls, of every kind of operation and form.</summary>
    [Fact]
    public Task InHalfPrecision() => Snapshot.Match(GeneratorRun.Of(Consumer.Net80.Compile("""
        using SoftKernels;
        [SoftKernel(10, ElementType = typeof(System.Half), Operations = SoftOperations.Softmax | SoftOperations.ArgMax | SoftOperations.CrossEntropy,
            Extras = SoftExtras.Temperature | SoftExtras.Mask | SoftExtras.Columns)]
        static partial class Kernels { }
        """)).Driver);

    [Fact]
    public Task InDoublePrecision() => Snapshot.Match(GeneratorRun.Of(Consumer.Net80.Compile("""
        [SoftKernels.SoftKernel(Size = 10, ElementType = typeof(double), Operations = SoftKernels.SoftOperations.Softmax)]
        static partial class Kernels { }
        """)).Driver);

    private static Extras ExtrasOf(string operation) =>
        OperationCatalog.ExtrasOf(OperationCatalog.All, OperationCatalog.All.First(one => one.Member == operation).Flag);
}
