using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Shards;

/// <summary>What is measured: silos, items, how long queries take, and how many calls were made again.</summary>
internal sealed class Measurements
{
    public const string Meter = "Shards";

    private readonly Histogram<double> _durations;
    private readonly Counter<long> _askedAgain;

    public Measurements(IMeterFactory meters, Catalogue catalogue, Func<int> silos)
    {
        var meter = meters.Create(Meter);
        meter.CreateObservableGauge("shards.silos", silos, "{silo}", "Silos that are active.");
        meter.CreateObservableGauge("shards.items", () => catalogue.Items, "{item}", "Items of the catalogue.");
        _durations = meter.CreateHistogram(
            "shards.query.duration",
            "s",
            "How long a query took, by whether it was answered.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20] });
        _askedAgain = meter.CreateCounter<long>("shards.calls.repeated", "{call}", "Calls of shards that were made again because their silo failed.");
    }

    public void AskedAgain() => _askedAgain.Add(1);

    public Measured Query() => new(_durations);

    /// <summary>One query, from here to its disposal.</summary>
    internal sealed class Measured(Histogram<double> durations) : IDisposable
    {
        private readonly long _start = Stopwatch.GetTimestamp();
        private string _outcome = "failed";

        public void Answered() => _outcome = "answered";

        public void Dispose() => durations.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, new KeyValuePair<string, object?>("outcome", _outcome));
    }
}
