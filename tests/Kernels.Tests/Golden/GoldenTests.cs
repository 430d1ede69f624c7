using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using SoftKernels.Kernels.Tests.Suite;
using Xunit;

namespace SoftKernels.Kernels.Tests.Golden;

/// <summary>
/// Every operation, type and size gives the bits of golden.txt, whatever the machine; without fused multiply-add, those of golden.unfused.txt.
/// Where results are meant to change, run the tests with the environment variable <c>GOLDEN_ACCEPT=1</c>, and again with
/// <c>DOTNET_EnableAVX2=0</c>: that rewrites the files, and the commit has to say why.
/// </summary>
[On(Hardware.Every)]
[Emulated]
public sealed class GoldenTests
{
    private const int MostShown = 12;
    private const string InputMark = "inputs ";

    private static readonly int[] s_temperatureSizes = [1, 2, 3, 4, 10, 17, 64, 100, 257, 1000];

    private static readonly double[] s_temperatures = [0.7, 100, 1e-30];

    private static bool IsAccepting => Environment.GetEnvironmentVariable("GOLDEN_ACCEPT") == "1";

    private static bool IsFused => Fma.IsSupported || AdvSimd.Arm64.IsSupported;

    /// <summary>If this fails too, it is not the kernels that have changed.</summary>
    [Fact]
    public void The_inputs_are_those_of_the_file()
    {
        Assert.SkipWhen(IsAccepting, "The files are being rewritten.");
        AssertEqual(GoldenFile.Fused.Name, GoldenFile.Fused.Read().Where(IsInput), CurrentInputs());
    }

    [Fact]
    public void The_results_have_the_bits_of_the_file()
    {
        var file = IsFused ? GoldenFile.Fused : GoldenFile.Unfused;
        if (IsAccepting)
        {
            file.Write(IsFused ? [.. CurrentInputs(), .. CurrentResults()] : CurrentResults());
            Assert.Skip($"{file.Name} has been rewritten.");
        }

        AssertEqual(file.Name, file.Read().Where(line => !IsInput(line)), CurrentResults());
    }

    private static bool IsInput(GoldenLine line) => line.Subject.StartsWith(InputMark, StringComparison.Ordinal);

    private static IEnumerable<GoldenLine> CurrentInputs() =>
        [.. Inputs<float>(typeof(SingleKernels)), .. Inputs<double>(typeof(DoubleKernels))];

    private static IEnumerable<GoldenLine> CurrentResults() =>
        [
            .. Results<float>(typeof(SingleKernels)), .. Results<double>(typeof(DoubleKernels)),
            .. ResultsAt<float>(typeof(SingleTemperatures)), .. ResultsAt<double>(typeof(DoubleTemperatures)),
            .. ResultsOfTraining<float>(), .. ResultsOfTraining<double>(),
            .. Lines(s_temperatureSizes, GoldenLine.ResultsOfChoice<float>), .. Lines(s_temperatureSizes, GoldenLine.ResultsOfChoice<double>),
        ];

    private static IEnumerable<GoldenLine> Inputs<T>(Type kernels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Lines(KernelSet<T>.DeclaredOn(kernels), GoldenLine.Inputs), .. Lines([.. LongRows<T>.All], GoldenLine.LongInputs)];

    private static IEnumerable<GoldenLine> Results<T>(Type kernels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sets = KernelSet<T>.DeclaredOn(kernels);
        return [.. Lines(sets, GoldenLine.Results), .. Lines([.. LongRows<T>.All], row => GoldenLine.LongResults(sets[0], row))];
    }

    /// <summary>Of sizes of every layout, at a temperature that is ordinary and two that are not.</summary>
    private static GoldenLine[] ResultsAt<T>(Type kernels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lines(
            [
                .. from size in s_temperatureSizes
                   from temperature in s_temperatures
                   select new TemperatureSet<T>(kernels, size, T.CreateChecked(temperature)),
            ],
            GoldenLine.ResultsAt);

    /// <summary>Of the same sizes; the tests of training hold all its forms against these.</summary>
    private static GoldenLine[] ResultsOfTraining<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Lines(s_temperatureSizes, size => GoldenLine.ResultsOfTraining(size, TrainingOperation<T>.All(kernels: null)));

    private static GoldenLine[] Lines<TSubject>(IReadOnlyList<TSubject> subjects, Func<TSubject, IEnumerable<GoldenLine>> lines) =>
        [.. subjects.AsParallel().AsOrdered().SelectMany(lines)];

    private static void AssertEqual(string file, IEnumerable<GoldenLine> golden, IEnumerable<GoldenLine> current)
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
        Assert.True(differences.Length == 0, $"{differences.Length} lines of {file} differ, the first of them:\n{string.Join('\n', differences.Take(MostShown))}");
    }
}
