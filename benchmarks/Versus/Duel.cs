using System.Collections.Generic;
using System.Linq;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Versus;

/// <summary>Pairs of processes, one for each build, both alive and taking turns. Several pairs, because where code and stack come to lie differs from process to process.</summary>
internal sealed class Duel(string oldBuild, string newBuild, int pairs, IReadOnlyDictionary<string, string> settings)
{
    private const int Turns = 21;

    public string Registers { get; private set; } = "";

    public IReadOnlyList<DuelResult> Run(Course course)
    {
        IReadOnlyList<DuelResult> results = RunPairs(course);
        int[] suspects = [.. results.Where(result => result.IsSuspect).Select(result => result.Size)];
        if (suspects.Length == 0)
        {
            return results;
        }

        // Once more, and everything counts.
        var again = RunPairs(course with { Sizes = suspects }).ToDictionary(result => result.Size);
        return
        [
            .. results.Select(result => again.TryGetValue(result.Size, out DuelResult? more)
                ? result with { Pairs = [.. result.Pairs, .. more.Pairs] }
                : result),
        ];
    }

    private DuelResult[] RunPairs(Course course)
    {
        List<PairResult[]> all = [.. Enumerable.Range(0, pairs).Select(_ => RunPair(course))];
        return [.. course.Sizes.Select((size, i) => new DuelResult(course, size, [.. all.Select(pair => pair[i])]))];
    }

    private PairResult[] RunPair(Course course)
    {
        using RemoteRunner before = new(oldBuild, course, settings);
        using RemoteRunner after = new(newBuild, course, settings);
        before.Join();
        after.Join();
        Registers = after.Registers;
        List<double[]> old = [];
        List<double[]> @new = [];
        for (int turn = 0; turn < Turns; turn++)
        {
            if (turn % 2 == 0)
            {
                old.Add(before.TakeTurn());
                @new.Add(after.TakeTurn());
            }
            else
            {
                @new.Add(after.TakeTurn());
                old.Add(before.TakeTurn());
            }
        }

        return
        [
            .. course.Sizes.Select((_, i) => new PairResult(
                PairedTiming.Median(old.Select(turn => turn[i])),
                PairedTiming.Median(@new.Select(turn => turn[i])),
                PairedTiming.Median(@new.Zip(old, (ours, theirs) => ours[i] / theirs[i])),
                before.Bits[i] == after.Bits[i])),
        ];
    }
}
