using System;
using System.Collections.Generic;
using System.Linq;
using SoftKernels.Accuracy.Survey;

namespace SoftKernels.Accuracy.Report;

/// <summary>The samples of a run, and questions about them.</summary>
internal sealed class Findings(IReadOnlyList<Sample> samples, IReadOnlyList<Likeness> likenesses)
{
    public const string Ours = "ours";

    public static IReadOnlyList<string> Types { get; } = ["float", "double"];

    public IReadOnlyList<Likeness> Likenesses => likenesses;

    /// <summary>Of the plain methods.</summary>
    public IReadOnlyList<int> Sizes { get; } = [.. samples.Where(sample => sample.Topic == Topic.Plain).Select(sample => sample.Size).Distinct().Order()];

    public IEnumerable<Sample> Samples(Topic topic) => samples.Where(sample => sample.Topic == topic);

    public IEnumerable<string> Variants(Topic topic) => Samples(topic).Select(sample => sample.Variant).Distinct();

    /// <summary>Those that have the operation, ours first.</summary>
    public IReadOnlyList<string> Contenders(Quantity quantity) =>
        [.. samples.First(sample => sample.Tallies.Keys.Any(key => key.Quantity == quantity)).Tallies.Keys.Where(key => key.Quantity == quantity).Select(key => key.Contender)];

    /// <summary>What a contender did in those samples of a type; null where it lacks the operation.</summary>
    public Tally? Of(Quantity quantity, string contender, string type, Func<Sample, bool> chosen) =>
        samples.Any(sample => sample.Tallies.ContainsKey((quantity, contender)))
            ? Tally.Of(samples.Where(sample => sample.Type == type && chosen(sample)).Select(sample => sample.Tallies.GetValueOrDefault((quantity, contender))).OfType<Tally>())
            : null;

    public IEnumerable<(Promise Promise, string Type, Tally Tally)> OfOurs(IEnumerable<Promise> promises) =>
        from promise in promises
        from type in Types
        select (promise, type, Of(promise.Quantity, Ours, type, promise.Covers)!);

    /// <summary>Our own promises that did not hold.</summary>
    public IEnumerable<string> Broken() =>
    [
        .. from ours in OfOurs([.. Promise.Plain, .. Promise.Extras, .. Promise.Training])
           where ours.Tally.Count == 0 || ours.Tally.Broken > 0 || ours.Tally.Worst > ours.Promise.Bound(ours.Type)
           select $"{ours.Promise.Name}, {ours.Type}: {ours.Tally.Worst:R} at {ours.Tally.Replay}; bound {ours.Promise.Bound(ours.Type)}; {ours.Tally.Broken} of {ours.Tally.Count} NaN or infinite",
        .. from likeness in likenesses
           where likeness.Different > 0
           select $"{likeness.Name}, {likeness.Type}: other bits than {likeness.Of} in {likeness.Different} of {likeness.Rows} rows",
    ];
}
