using System;
using System.Numerics.Tensors;
using SoftKernels.Benchmarks.Masks;
using SoftKernels.Benchmarks.Peers;

namespace SoftKernels.Benchmarks.Extras;

/// <content>
/// Losses, their gradients, entropy and gradients of an upstream: of <see cref="SoftMath"/>, against the parts that they replace, of <see cref="SoftMath"/> too and generated,
/// and against compositions of System.Numerics.Tensors.
/// </content>
internal sealed partial class Data
{
    private const string Parts = "parts of SoftMath";
    private const string GeneratedParts = "generated parts";
    private const string Unstable = "TensorPrimitives.SoftMax and the rest";

    private delegate void Weigh(ReadOnlySpan<float> logits, Span<float> probabilities);

    public Contest OfLoss()
    {
        Fill<float> log = Find<Fill<float>>($"LogSoftmax{_size}Rows"), sum = Find<Fill<float>>($"LogSumExp{_size}Rows");
        return new Contest("CrossEntropy of labels", _size,
        [
            Ours(() => SoftMath.CrossEntropyRows(_logits.Span, _labels, _values.Span, _size)),
            Way($"{Parts}: log-softmax, picked", () =>
            {
                SoftMath.LogSoftmaxRows(_logits.Span, _results.Span, _size);
                PickLosses(_results.Span);
            }),
            Way($"{GeneratedParts}: log-softmax, picked", () =>
            {
                log(_logits.Span, _results.Span);
                PickLosses(_results.Span);
            }),
            Way($"{GeneratedParts}: log-sum-exp less the label's logit, which loses digits", () =>
            {
                sum(_logits.Span, _values.Span);
                SubtractLogits();
            }),
            Way(Unstable, () =>
            {
                EachRow(_results.Span, TensorPrimitives.SoftMax);
                PickProbabilities(_results.Span);
            }),
            Way($"{Stable}, picked", () =>
            {
                EachRow(_results.Span, StableComposition.LogSoftmax<float>.Invoke);
                PickLosses(_results.Span);
            }),
        ]).Checked(_values);
    }

    public Contest OfLossAndGradient()
    {
        Fill<float> log = Find<Fill<float>>($"LogSoftmax{_size}Rows"), softmax = Find<Fill<float>>($"Softmax{_size}Rows");
        Both both = Find<Both>($"SoftmaxLogSumExp{_size}Rows");
        return new Contest("CrossEntropy of labels with its gradient", _size,
        [
            Ours(() => SoftMath.CrossEntropyRows(_logits.Span, _labels, _values.Span, _results.Span, _size)),
            Way($"{Parts}: log-softmax, softmax, less one-hot", () =>
            {
                SoftMath.LogSoftmaxRows(_logits.Span, _turned.Span, _size);
                PickLosses(_turned.Span);
                SoftMath.SoftmaxRows(_logits.Span, _results.Span, _size);
                SubtractOneHot();
            }),
            Way($"{GeneratedParts}: log-softmax, softmax, less one-hot", () =>
            {
                log(_logits.Span, _turned.Span);
                PickLosses(_turned.Span);
                softmax(_logits.Span, _results.Span);
                SubtractOneHot();
            }),
            Way($"{GeneratedParts}: softmax with log-sum-exp, less one-hot and the label's logit, which loses digits", () =>
            {
                both(_logits.Span, _results.Span, _values.Span);
                SubtractLogits();
                SubtractOneHot();
            }),
            Way(Unstable, () =>
            {
                EachRow(_results.Span, TensorPrimitives.SoftMax);
                PickProbabilities(_results.Span);
                SubtractOneHot();
            }),
            Way($"{Stable}, less one-hot", () =>
            {
                StableSoftmaxAndLosses();
                SubtractOneHot();
            }),
        ]).Checked(_values, _results);
    }

    public Contest OfLossOfTargets()
    {
        Fill<float> log = Find<Fill<float>>($"LogSoftmax{_size}Rows");
        return new Contest("CrossEntropy of targets", _size,
        [
            Ours(() => SoftMath.CrossEntropyRows(_logits.Span, _shares.Span, _values.Span, _size)),
            Way($"{Parts}: log-softmax, dot", () =>
            {
                SoftMath.LogSoftmaxRows(_logits.Span, _results.Span, _size);
                Dots(_shares.Span, _results.Span);
            }),
            Way($"{GeneratedParts}: log-softmax, dot", () =>
            {
                log(_logits.Span, _results.Span);
                Dots(_shares.Span, _results.Span);
            }),
            Way(Unstable, () =>
            {
                EachRow(_results.Span, TensorPrimitives.SoftMax);
                TensorPrimitives.Log(_results.Span, _results.Span);
                Dots(_shares.Span, _results.Span);
            }),
            Way($"{Stable}, dot", () =>
            {
                EachRow(_results.Span, StableComposition.LogSoftmax<float>.Invoke);
                Dots(_shares.Span, _results.Span);
            }),
        ]).Checked(_values);
    }

    public Contest OfEntropy()
    {
        Fill<float> log = Find<Fill<float>>($"LogSoftmax{_size}Rows"), softmax = Find<Fill<float>>($"Softmax{_size}Rows");
        return new Contest("Entropy", _size,
        [
            Ours(() => SoftMath.EntropyRows(_logits.Span, _values.Span, _size)),
            Way($"{Parts}: softmax, log-softmax, dot", () =>
            {
                SoftMath.SoftmaxRows(_logits.Span, _results.Span, _size);
                SoftMath.LogSoftmaxRows(_logits.Span, _turned.Span, _size);
                Dots(_results.Span, _turned.Span);
            }),
            Way($"{GeneratedParts}: softmax, log-softmax, dot", () =>
            {
                softmax(_logits.Span, _results.Span);
                log(_logits.Span, _turned.Span);
                Dots(_results.Span, _turned.Span);
            }),
            Way(Unstable, () =>
            {
                EachRow(_results.Span, TensorPrimitives.SoftMax);
                TensorPrimitives.Log(_results.Span, _turned.Span);
                Dots(_results.Span, _turned.Span);
            }),
            Way($"{Stable}, dot", () =>
            {
                StableSoftmaxAndLogs();
                Dots(_results.Span, _turned.Span);
            }),
        ]).Checked(_values);
    }

    /// <summary>No parts of ours make it.</summary>
    public Contest OfSoftmaxGradient() => new Contest("SoftmaxGradient", _size,
    [
        Ours(() => SoftMath.SoftmaxGradientRows(_shares.Span, _upstream.Span, _results.Span, _size)),
        Way("TensorPrimitives: dot, subtract, multiply", () =>
        {
            ReadOnlySpan<float> shares = _shares.Span, upstream = _upstream.Span;
            Span<float> results = _results.Span;
            for (int at = 0; at < results.Length; at += _size)
            {
                ReadOnlySpan<float> p = shares.Slice(at, _size), u = upstream.Slice(at, _size);
                Span<float> gradient = results.Slice(at, _size);
                TensorPrimitives.Subtract(u, TensorPrimitives.Dot(p, u), gradient);
                TensorPrimitives.Multiply(gradient, p, gradient);
            }
        }),
    ]).Checked(_results);

    /// <summary>Nor this.</summary>
    public Contest OfLogSoftmaxGradient() => new Contest("LogSoftmaxGradient", _size,
    [
        Ours(() => SoftMath.LogSoftmaxGradientRows(_logShares.Span, _upstream.Span, _results.Span, _size)),
        Way("TensorPrimitives: exp, sum, multiply, subtract", () =>
        {
            ReadOnlySpan<float> logs = _logShares.Span, upstream = _upstream.Span;
            Span<float> results = _results.Span;
            for (int at = 0; at < results.Length; at += _size)
            {
                ReadOnlySpan<float> u = upstream.Slice(at, _size);
                Span<float> gradient = results.Slice(at, _size);
                TensorPrimitives.Exp(logs.Slice(at, _size), gradient);
                TensorPrimitives.Multiply(gradient, TensorPrimitives.Sum(u), gradient);
                TensorPrimitives.Subtract(u, gradient, gradient);
            }
        }),
    ]).Checked(_results);

    private void EachRow(Span<float> results, Weigh weigh)
    {
        for (int at = 0; at < results.Length; at += _size)
        {
            weigh(Row(at), results.Slice(at, _size));
        }
    }

    private void PickLosses(ReadOnlySpan<float> logs)
    {
        Span<float> losses = _values.Span;
        for (int row = 0; row < losses.Length; row++)
        {
            losses[row] = -logs[(row * _size) + _labels[row]];
        }
    }

    private void PickProbabilities(ReadOnlySpan<float> probabilities)
    {
        Span<float> losses = _values.Span;
        for (int row = 0; row < losses.Length; row++)
        {
            losses[row] = -MathF.Log(probabilities[(row * _size) + _labels[row]]);
        }
    }

    private void SubtractLogits()
    {
        Span<float> losses = _values.Span;
        ReadOnlySpan<float> logits = _logits.Span;
        for (int row = 0; row < losses.Length; row++)
        {
            losses[row] -= logits[(row * _size) + _labels[row]];
        }
    }

    private void SubtractOneHot()
    {
        Span<float> gradients = _results.Span;
        for (int row = 0; row < _labels.Length; row++)
        {
            gradients[(row * _size) + _labels[row]]--;
        }
    }

    private void Dots(ReadOnlySpan<float> shares, ReadOnlySpan<float> logs)
    {
        Span<float> results = _values.Span;
        for (int row = 0; row < results.Length; row++)
        {
            results[row] = -TensorPrimitives.Dot(shares.Slice(row * _size, _size), logs.Slice(row * _size, _size));
        }
    }

    /// <summary>The exponentials are taken once.</summary>
    private void StableSoftmaxAndLosses()
    {
        Span<float> losses = _values.Span, gradients = _results.Span;
        for (int row = 0; row < losses.Length; row++)
        {
            ReadOnlySpan<float> logits = Row(row * _size);
            Span<float> gradient = gradients.Slice(row * _size, _size);
            float sum = Composition.Weights(logits, gradient, out float max);
            losses[row] = MathF.Log(sum) - (logits[_labels[row]] - max);
            TensorPrimitives.Divide(gradient, sum, gradient);
        }
    }

    /// <inheritdoc cref="StableSoftmaxAndLosses"/>
    private void StableSoftmaxAndLogs()
    {
        Span<float> shares = _results.Span, logs = _turned.Span;
        for (int at = 0; at < shares.Length; at += _size)
        {
            Span<float> share = shares.Slice(at, _size), log = logs.Slice(at, _size);
            float sum = Composition.Weights(Row(at), share, out float max);
            TensorPrimitives.Divide(share, sum, share);
            TensorPrimitives.Subtract(Row(at), max + MathF.Log(sum), log);
        }
    }
}
