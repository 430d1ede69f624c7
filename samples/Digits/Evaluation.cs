using System;
using System.Collections.Generic;
using System.Linq;

namespace Digits;

/// <summary>What a model makes of images that it has not seen.</summary>
internal sealed class Evaluation
{
    private const int Classes = DigitData.Classes;

    private readonly float[] _logits;
    private readonly int[] _predictions;

    public Evaluation(IModel model, DigitData data)
    {
        Model = model;
        Data = data;
        _logits = new float[data.Count * Classes];
        _predictions = new int[data.Count];

        var losses = new float[data.Count];
        model.Logits(data.Images, _logits);
        DigitKernels.ArgMax10Rows(_logits, _predictions);
        DigitKernels.CrossEntropy10Rows(_logits, data.Labels, losses);

        Right = Enumerable.Range(0, data.Count).Count(row => _predictions[row] == data.Labels[row]);
        MeanLoss = losses.Average(loss => (double)loss);
    }

    public IModel Model { get; }

    public DigitData Data { get; }

    public int Right { get; }

    public double Accuracy => (double)Right / Data.Count;

    public double MeanLoss { get; }

    public int Prediction(int row) => _predictions[row];

    public float[] Probabilities(int row)
    {
        var probabilities = new float[Classes];
        DigitKernels.Softmax10(Logits(row), probabilities);
        return probabilities;
    }

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

    /// <summary>The images whose probabilities have the greatest entropy: the nearest to any guess.</summary>
    public IEnumerable<int> LeastCertain(int count)
    {
        var entropies = new float[Data.Count];
        DigitKernels.Entropy10Rows(_logits, entropies);
        return Enumerable.Range(0, Data.Count).OrderByDescending(row => entropies[row]).Take(count);
    }

    private ReadOnlySpan<float> Logits(int row) => _logits.AsSpan(row * Classes, Classes);
}
