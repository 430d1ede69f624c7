using System;
using System.Linq;

namespace SoftKernels.Kernels.Tests.Oracle;

/// <summary>A row of finite values, in integer arithmetic of more than 200 bits: what training asks of it.</summary>
internal sealed class TrainingReference
{
    private static readonly BigFloat Least = BigFloat.Of(-10_000);

    private readonly BigFloat[] _shifted;
    private readonly BigFloat[] _weights;
    private readonly BigFloat _total;
    private readonly BigFloat _logTotal;

    public TrainingReference(double[] row)
    {
        var first = Array.IndexOf(row, row.Max());
        var max = BigFloat.Of(row[first]);
        _shifted = [.. row.Select(value => BigFloat.Of(value) - max)];
        _weights = [.. _shifted.Select(value => (value - Least).Mantissa.Sign < 0 ? BigFloat.Zero : BigMath.Exp(value))];
        var rest = Sum([.. _weights.Where((_, i) => i != first)]);
        _total = BigFloat.One + rest;
        _logTotal = BigMath.Log1P(rest);
    }

    public Reference Entropy => (_logTotal + Sum([.. _weights.Zip(_shifted, (weight, value) => weight * -value)]) / _total).ToReference();

    public Reference Loss(int label) => (_logTotal - _shifted[label]).ToReference();

    /// <summary>Softmax less one-hot; of the label itself the others' share.</summary>
    public Reference Gradient(int label, int index) =>
        (index == label ? -(Sum([.. _weights.Where((_, i) => i != label)]) / _total) : _weights[index] / _total).ToReference();

    public Reference Loss(double[] targets) => Sum([.. targets.Select((target, i) => BigFloat.Of(target) * (_logTotal - _shifted[i]))]).ToReference();

    /// <summary>softmax·Σ t − t, and p·Σ t + t, which its error is measured by.</summary>
    public (double Exact, double Scale)[] Gradients(double[] targets)
    {
        var sum = Sum([.. targets.Select(BigFloat.Of)]);
        return [.. targets.Zip(_weights, (target, weight) =>
        {
            var (share, t) = (weight / _total * sum, BigFloat.Of(target));
            return ((share - t).ToDouble(), (share + t).ToDouble());
        })];
    }

    public static BigFloat Sum(BigFloat[] terms) => terms.Aggregate(BigFloat.Zero, (sum, term) => sum + term);

    /// <summary>pᵢ·(uᵢ − Σ pⱼ·uⱼ), and pᵢ·(|uᵢ| + Σ pⱼ·|uⱼ|).</summary>
    public static (double Exact, double Scale)[] SoftmaxGradients(double[] probabilities, double[] upstream)
    {
        BigFloat[] products = [.. probabilities.Zip(upstream, (p, u) => BigFloat.Of(p) * BigFloat.Of(u))];
        var (sum, magnitudes) = (Sum(products), Sum([.. products.Select(Magnitude)]));
        return [.. probabilities.Zip(upstream, (probability, value) =>
        {
            var (p, u) = (BigFloat.Of(probability), BigFloat.Of(value));
            return ((p * (u - sum)).ToDouble(), (p * (Magnitude(u) + magnitudes)).ToDouble());
        })];
    }

    /// <summary>uᵢ − exp(lᵢ)·Σ uⱼ, and |uᵢ| + exp(lᵢ)·Σ |uⱼ|.</summary>
    public static (double Exact, double Scale)[] LogSoftmaxGradients(double[] logs, double[] upstream)
    {
        BigFloat[] values = [.. upstream.Select(BigFloat.Of)];
        var (sum, magnitudes) = (Sum(values), Sum([.. values.Select(Magnitude)]));
        return [.. logs.Zip(values, (log, u) =>
        {
            var share = double.IsNegativeInfinity(log) ? BigFloat.Zero : BigMath.Exp(BigFloat.Of(log));
            return ((u - share * sum).ToDouble(), (Magnitude(u) + share * magnitudes).ToDouble());
        })];
    }

    private static BigFloat Magnitude(BigFloat value) => value.Mantissa.Sign < 0 ? -value : value;
}
