using System;
using System.Collections.Generic;
using System.Linq;

namespace Digits;

/// <summary>What a model makes of images that it has not seen.</summary>
internal sealed class Evaluation
{
    private const int Classes = DigitData.Classes;

    private readonly float[] _probabilities;
    private readonly int[] _predictions;

    public Evaluation(LogisticRegression model, DigitData data)
    {
        Data = data;
        _probabilities = new float[data.Count * Classes];
        _predictions = new int[data.Count];

        var logits = new float[data.Count * Classes];
        var logSumExps = new float[data.Count];
        model.Logits(data.Images, logits);
        DigitKernels.Softmax10Rows(logits, _probabilities);
        DigitKernels.LogSumExp10Rows(logits, logSumExps);
        DigitKernels.ArgMax10Rows(logits, _predictions);

        var rows = Enumerable.Range(0, data.Count);
        Right = rows.Count(row => _predictions[row] == data.Labels[row]);
        MeanLoss = rows.Average(row => logSumExps[row] - logits[row * Classes + data.Labels[row]]);
    }

    public DigitData Data { get; }

    public int Right { get; }

    public double Accuracy => (double)Right / Data.Count;

    /// <summary>The mean of log-sum-exp of the logits, less the logit of the true class.</summary>
    public double MeanLoss { get; }

    public int Prediction(int row) => _predictions[row];

    public ReadOnlySpan<float> Probabilities(int row) => _probabilities.AsSpan(row * Classes, Classes);

    /// <summary>How often each true class (first index) was taken for each class (second index).</summary>
    public int[,] Confusion()
    {
        var counts = new int[Classes, Classes];
        for (var row = 0; row < Data.Count; row++)
        {
            counts[Data.Labels[row], _predictions[row]]++;
        }

        return counts;
    }

    /// <summary>The images whose most probable class is the least probable.</summary>
    public IEnumerable<int> LeastCertain(int count) =>
        Enumerable.Range(0, Data.Count).OrderBy(row => Probabilities(row)[Prediction(row)]).Take(count);
}
