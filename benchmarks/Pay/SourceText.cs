using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Benchmarks.Generator;
using SoftKernels.Generator;

namespace SoftKernels.Benchmarks.Pay;

/// <summary>How much text is generated for one size.</summary>
internal static class SourceText
{
    private const SoftOperations Core = SoftOperations.Core;

    public static PriceList Measure(bool isDouble) => new(
        $"Text of a size, {(isDouble ? "double" : "float")}, KB",
        [.. PayTargets.Sizes.Select(size => $"N = {size}")],
        [
            new("the six core operations", [.. PayTargets.Sizes.Select(size => new Price(Kilobytes(size, isDouble, Core) - OfTwoResults(size, isDouble), PayTargets.SourceKilobytes(size, isDouble)))]),
            new("two results in one pass, beside them", [.. PayTargets.Sizes.Select(size => new Price(OfTwoResults(size, isDouble), PayTargets.TwoResultsKilobytes))]),
            .. from operation in Enum.GetValues<SoftOperations>()
               where int.PopCount((int)operation) == 1
               select new PriceLine(Share(operation), [.. PayTargets.Sizes.Select(size => Added(size, isDouble, operation))]),
        ]);

    private static string Share(SoftOperations operation) => Core.HasFlag(operation) ? $"… of which {operation}" : $"{operation} beside them";

    /// <summary>What comes with whoever asks for two operations that have results in one pass.</summary>
    private static double OfTwoResults(int size, bool isDouble) =>
        Kilobytes(size, isDouble, SoftOperations.Softmax | SoftOperations.LogSumExp | SoftOperations.ArgMax)
        - Kilobytes(size, isDouble, SoftOperations.Softmax | SoftOperations.Max)
        - Kilobytes(size, isDouble, SoftOperations.LogSumExp | SoftOperations.ArgMax)
        + Kilobytes(size, isDouble, SoftOperations.Max);

    private static Price Added(int size, bool isDouble, SoftOperations operation) => new(
        Kilobytes(size, isDouble, Core | operation) - Kilobytes(size, isDouble, Core & ~operation),
        Core.HasFlag(operation) ? null : PayTargets.FurtherOperationKilobytes);

    private static double Kilobytes(int size, bool isDouble, SoftOperations operations)
    {
        CSharpCompilation project = AnnotatedProject.OneType(size, isDouble, operations);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new SoftKernelGenerator().AsSourceGenerator()], parseOptions: AnnotatedProject.ParseOptions);
        IReadOnlyList<SyntaxTree> trees = driver.RunGenerators(project).GetRunResult().GeneratedTrees;
        return trees.Sum(tree => Encoding.UTF8.GetByteCount(tree.ToString())) / 1024d;
    }
}
