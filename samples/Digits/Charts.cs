using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Digits;

/// <summary>How the models learnt, as pictures.</summary>
internal static class Charts
{
    // A colour for each model, readable beside each other by everyone.
    private static readonly string[] Colors = ["#0072b2", "#d55e00"];

    /// <summary>Draws the charts, then writes them; returns the paths of the files.</summary>
    public static IReadOnlyList<string> Save(string folder, IReadOnlyList<Curve> curves)
    {
        (string Path, string Svg)[] files =
        [
            (Path.Combine(folder, "digits-loss.svg"), Loss(curves)),
            (Path.Combine(folder, "digits-accuracy.svg"), Accuracy(curves)),
        ];

        foreach (var (path, svg) in files)
        {
            File.WriteAllText(path, svg);
        }

        return [.. files.Select(file => file.Path)];
    }

    /// <summary>By decades, for losses end far below where they begin.</summary>
    private static string Loss(IReadOnlyList<Curve> curves)
    {
        double[] all = [.. curves.SelectMany(curve => curve.TrainingLosses.Concat(curve.HeldBackLosses)).Select(Math.Log10)];
        var (lowest, highest) = ((int)Math.Floor(all.Min()), (int)Math.Ceiling(all.Max()));
        var chart = new Chart("Mean loss", curves[0].TrainingLosses.Count, lowest, highest);
        for (var decade = lowest; decade <= highest; decade++)
        {
            chart.AddTick(decade, $"{Math.Pow(10, decade):G3}");
        }

        foreach (var (curve, color) in curves.Zip(Colors))
        {
            chart.AddLine($"{curve.Name}, held back", color, curve.HeldBackLosses.Select(Math.Log10));
            chart.AddLine($"{curve.Name}, training", color, curve.TrainingLosses.Select(Math.Log10), isDashed: true);
        }

        return chart.ToSvg();
    }

    /// <summary>From 90 % up, or from the least that an epoch reached.</summary>
    private static string Accuracy(IReadOnlyList<Curve> curves)
    {
        var least = curves.Min(curve => curve.Accuracies.Min());
        var (lowest, step) = least >= 0.9 ? (90, 2) : ((int)(10 * least) * 10, 10);
        var chart = new Chart("Accuracy on the held-back digits", curves[0].Accuracies.Count, lowest, 100);
        for (var percent = lowest; percent <= 100; percent += step)
        {
            chart.AddTick(percent, $"{percent} %");
        }

        foreach (var (curve, color) in curves.Zip(Colors))
        {
            chart.AddLine(curve.Name, color, curve.Accuracies.Select(accuracy => 100 * accuracy));
        }

        return chart.ToSvg();
    }
}
