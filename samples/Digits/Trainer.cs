using System;
using System.Linq;

namespace Digits;

/// <summary>Mini-batches, drawn anew in every epoch.</summary>
internal static class Trainer
{
    public const int Epochs = 80;
    private const int BatchSize = 16;

    /// <summary><paramref name="epochDone"/> is told the mean training loss of each of the <see cref="Epochs"/>, as it was while the model learnt.</summary>
    public static void Train(IModel model, DigitData data, int seed, Action<double>? epochDone = null)
    {
        var random = new Random(seed);
        var batchImages = new float[BatchSize * DigitData.Pixels];
        var batchLabels = new int[BatchSize];
        var batchLosses = new float[BatchSize];
        int[] order = [.. Enumerable.Range(0, data.Count)];

        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var total = 0.0;
            random.Shuffle(order);
            foreach (var batch in order.Chunk(BatchSize))
            {
                for (var i = 0; i < batch.Length; i++)
                {
                    data.Image(batch[i]).CopyTo(batchImages.AsSpan(i * DigitData.Pixels));
                    batchLabels[i] = data.Labels[batch[i]];
                }

                var losses = batchLosses.AsSpan(0, batch.Length);
                model.Step(batchImages.AsSpan(0, batch.Length * DigitData.Pixels), batchLabels.AsSpan(0, batch.Length), losses);
                foreach (var loss in losses)
                {
                    total += loss;
                }
            }

            epochDone?.Invoke(total / data.Count);
        }
    }
}
