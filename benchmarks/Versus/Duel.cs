using System.Collections.Generic;
using System.Linq;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Versus;

/// <summary>One size of a course, both builds in turns.</summary>
/// <param name="Course">What was measured.</param>
/// <param name="Size">Values in a row.</param>
/// <param name="OldNanoseconds">A row's, the median of all processes.</param>
/// <param name="NewNanoseconds">A row's, the median of all processes.</param>
/// <param name="Ratios">New ÷ old, the median of the turns of each pair of processes, the least first.</param>
/// <param name="SameBits">Whether both gave the same results.</param>
internal sealed record DuelResult(
    Course Course, int Size, double OldNanoseconds, double NewNanoseconds, IReadOnlyList<double> Ratios, bool SameBits)
{
    public double Ratio => PairedTiming.Median(Ratios);
}

/// <summary>Pairs of processes, one for each build, both alive and taking turns. Several pairs, because where code and stack come to lie differs from process to process.</summary>
internal sealed class Duel(string oldBuild, string newBuild, int pairs, IReadOnlyDictionary<string, string> settings)
{
    private const int Turns = 21;

    public string Registers { get; private set; } = "";

    public IReadOnlyList<DuelResult> Run(Course course)
    {
        List<Pair> all = [.. Enumerable.Range(0, pairs).Select(_ => RunPair(course))];
        return
        [
            .. course.Sizes.Select((size, i) => new DuelResult(
                course,
                size,
                PairedTiming.Median(all.Select(pair => PairedTiming.Median(pair.Old.Select(turn => turn[i])))),
                PairedTiming.Median(all.Select(pair => PairedTiming.Median(pair.New.Select(turn => turn[i])))),
                [.. all.Select(pair => PairedTiming.Median(pair.New.Zip(pair.Old, (ours, theirs) => ours[i] / theirs[i]))).Order()],
                all.TrueForAll(pair => pair.SameBits[i]))),
        ];
    }

    private Pair RunPair(Course course)
    {
        using RemoteRunner before = new(oldBuild, course, settings);
        using RemoteRunner after = new(newBuild, course, settings);
        before.Join();
        after.Join();
        Registers = after.Registers;
        Pair pair = new([], [], [.. before.Bits.Zip(after.Bits, (theirs, ours) => theirs == ours)]);
        for (int turn = 0; turn < Turns; turn++)
        {
            if (turn % 2 == 0)
            {
                pair.Old.Add(before.TakeTurn());
                pair.New.Add(after.TakeTurn());
            }
            else
            {
                pair.New.Add(after.TakeTurn());
                pair.Old.Add(before.TakeTurn());
            }
        }

        return pair;
    }

    private sealed record Pair(List<double[]> Old, List<double[]> New, bool[] SameBits);
}
