using System;
using System.Globalization;
using SoftKernels.Accuracy.Survey;

namespace SoftKernels.Accuracy.Report;

/// <summary>Numbers as the report prints them.</summary>
internal static class Figures
{
    public static string Cell(Tally? tally) => tally switch
    {
        null => "–",
        { Broken: 0 } => Error(tally.Worst),
        { Broken: var broken } when broken == tally.Count => "all NaN",
        _ => $"{Error(tally.Worst)}, {Share((double)tally.Broken / tally.Count)} NaN",
    };

    // Rounded up: an error is never shown smaller than it was.
    public static string Error(double error) => error switch
    {
        < 100 => (Math.Ceiling(error * 100) / 100).ToString("0.00", CultureInfo.InvariantCulture),
        < 10_000 => Math.Ceiling(error).ToString("0", CultureInfo.InvariantCulture),
        double.PositiveInfinity => ">1e308",
        _ => error.ToString("0.0e0", CultureInfo.InvariantCulture),
    };

    private static string Share(double share) => share switch
    {
        < 0.001 => "<0.1 %",
        < 0.1 => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %",
        _ => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %",
    };
}
