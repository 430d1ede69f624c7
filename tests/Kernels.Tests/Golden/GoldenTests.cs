using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Golden;

/// <summary>
/// Every operation, type and size gives the bits of golden.txt, whatever the machine. Where results are meant to change, run the tests
/// with the environment variable <c>GOLDEN_ACCEPT=1</c>: it rewrites the file, and the commit has to say why.
/// </summary>
public sealed class GoldenTests
{
    private const int MostShown = 12;
    private const string Inputs = "inputs ";

    private static bool IsAccepting => Environment.GetEnvironmentVariable("GOLDEN_ACCEPT") == "1";

    /// <summary>If this fails too, it is not the kernels that have changed.</summary>
    [Fact]
    public void The_inputs_are_those_of_the_file()
    {
        Assert.SkipWhen(IsAccepting, "golden.txt is being rewritten.");
        AssertEqual(GoldenFile.Read().Where(IsInput), CurrentInputs());
    }

    [Fact]
    public void The_results_have_the_bits_of_the_file()
    {
        Assert.SkipUnless(Fma.IsSupported || AdvSimd.Arm64.IsSupported, "Without fused multiply-add the bounds are promised, not the bits.");
        if (IsAccepting)
        {
            GoldenFile.Write([.. CurrentInputs(), .. CurrentResults()]);
            Assert.Skip("golden.txt has been rewritten.");
        }

        AssertEqual(GoldenFile.Read().Where(line => !IsInput(line)), CurrentResults());
    }

    private static bool IsInput(GoldenLine line) => line.Subject.StartsWith(Inputs, StringComparison.Ordinal);

    private static IEnumerable<GoldenLine> CurrentInputs() =>
        [.. Lines(KernelSet<float>.DeclaredOn(typeof(SingleKernels)), GoldenLine.Inputs), .. Lines(KernelSet<double>.DeclaredOn(typeof(DoubleKernels)), GoldenLine.Inputs)];

    private static IEnumerable<GoldenLine> CurrentResults() =>
        [.. Lines(KernelSet<float>.DeclaredOn(typeof(SingleKernels)), GoldenLine.Results), .. Lines(KernelSet<double>.DeclaredOn(typeof(DoubleKernels)), GoldenLine.Results)];

    private static GoldenLine[] Lines<TKernel>(IReadOnlyList<TKernel> kernels, Func<TKernel, IEnumerable<GoldenLine>> lines) =>
        [.. kernels.AsParallel().AsOrdered().SelectMany(kernel => lines(kernel))];

    private static void AssertEqual(IEnumerable<GoldenLine> golden, IEnumerable<GoldenLine> current)
    {
        var expected = golden.ToDictionary(line => line.Subject, line => line.Bits);
        var actual = current.ToDictionary(line => line.Subject, line => line.Bits);
        string[] differences =
        [
            .. from subject in expected.Keys.Union(actual.Keys)
               let before = expected.GetValueOrDefault(subject, "no line")
               let now = actual.GetValueOrDefault(subject, "no line")
               where before != now
               select $"{subject}\n  expected {before}\n  actual   {now}",
        ];
        Assert.True(differences.Length == 0, $"{differences.Length} lines of golden.txt differ, the first of them:\n{string.Join('\n', differences.Take(MostShown))}");
    }
}
