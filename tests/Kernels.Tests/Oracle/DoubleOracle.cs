using System;

namespace SoftKernels.Kernels.Tests.Oracle;

/// <summary>Integer arithmetic of more than 200 bits: nothing in the hardware is wide enough to judge a double.</summary>
internal sealed class DoubleOracle : IOracle<double>
{
    public int ValuesPerSample => 256;

    // Nothing is left of e^-this, which would be of millions of digits.
    private static readonly BigFloat LeastExponent = BigFloat.Of(-10_000);

    public RowReference Evaluate(ReadOnlySpan<double> row, ReadOnlySpan<int> counts) => Evaluate(row, counts, 1);

    public RowReference Evaluate(ReadOnlySpan<double> row, ReadOnlySpan<int> counts, double temperature)
    {
        var tau = BigFloat.Of(temperature);
        var first = 0;
        for (var i = 1; i < row.Length; i++)
        {
            first = row[i] > row[first] ? i : first;
        }

        var max = BigFloat.Of(row[first]);
        var shifted = new BigFloat[row.Length];
        var weights = new BigFloat[row.Length];
        var rest = BigFloat.Zero;
        for (var i = 0; i < row.Length; i++)
        {
            shifted[i] = BigFloat.Of(row[i]) - max;
            shifted[i] = temperature == 1 ? shifted[i] : shifted[i] / tau;
            weights[i] = (shifted[i] - LeastExponent).Mantissa.Sign < 0 ? BigFloat.Zero : BigMath.Exp(shifted[i]);
            var others = (counts.IsEmpty ? 1 : counts[i]) - (i == first ? 1 : 0);
            rest += weights[i] * new BigFloat(others, 0);
        }

        var total = BigFloat.One + rest;
        var logTotal = BigMath.Log1P(rest);
        var softmax = new Reference[row.Length];
        var logSoftmax = new Reference[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            softmax[i] = (weights[i] / total).ToReference();
            logSoftmax[i] = (shifted[i] - logTotal).ToReference();
        }

        return new(softmax, logSoftmax, (max + tau * logTotal).ToReference());
    }
}
