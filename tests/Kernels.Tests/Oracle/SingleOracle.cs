using System;

namespace SoftKernels.Kernels.Tests.Oracle;

/// <summary>Double arithmetic: 29 bits more than a float has.</summary>
internal sealed class SingleOracle : IOracle<float>
{
    public int ValuesPerSample => 16384;

    public RowReference Evaluate(ReadOnlySpan<float> row, ReadOnlySpan<int> counts) => Evaluate(row, counts, 1);

    public RowReference Evaluate(ReadOnlySpan<float> row, ReadOnlySpan<int> counts, float temperature)
    {
        var first = 0;
        for (var i = 1; i < row.Length; i++)
        {
            first = row[i] > row[first] ? i : first;
        }

        double max = row[first];
        var weights = new double[row.Length];
        var rest = 0.0;
        for (var i = 0; i < row.Length; i++)
        {
            weights[i] = Math.Exp((row[i] - max) / (double)temperature);
            rest += weights[i] * ((counts.IsEmpty ? 1 : counts[i]) - (i == first ? 1 : 0));
        }

        // The winner's log-softmax is −log(1 + rest): a rounded 1 + rest would have lost it.
        var logTotal = Log1P(rest);
        var softmax = new Reference[row.Length];
        var logSoftmax = new Reference[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            softmax[i] = Reference.Of(weights[i] / (1 + rest));
            logSoftmax[i] = Reference.Of((row[i] - max) / (double)temperature - logTotal);
        }

        return new(softmax, logSoftmax, Reference.Of(max + (double)temperature * logTotal));
    }

    /// <summary>log(1 + s); what the rounding of 1 + s takes away is put back in proportion.</summary>
    internal static double Log1P(double s)
    {
        var sum = 1 + s;
        return sum == 1 ? s : Math.Log(sum) * (s / (sum - 1));
    }
}
