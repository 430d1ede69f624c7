using System;
using System.Linq;

namespace Digits;

/// <summary>Mini-batch gradient descent, the batches drawn anew in every epoch.</summary>
internal static class Trainer
{
    public const int Epochs = 80;
    private const int BatchSize = 16;
    private const float Rate = 0.6f;

    /// <summary><paramref name="epochDone"/> is called after each of the <see cref="Epochs"/>.</summary>
    public static void Train(LogisticRegression model, DigitData data, int seed, Action? epochDone = null)
    {
        var random = new Random(seed);
        var batchImages = new float[BatchSize * DigitData.Pixels];
        var batchLabels = new int[BatchSize];
        int[] order = [.. Enumerable.Range(0, data.Count)];

        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var batch in order.Chunk(BatchSize))
            {
                for (var i = 0; i < batch.Length; i++)
                {
                    data.Image(batch[i]).CopyTo(batchImages.AsSpan(i * DigitData.Pixels));
                    batchLabels[i] = data.Labels[batch[i]];
                }

                model.Step(batchImages.AsSpan(0, batch.Length * DigitData.Pixels), batchLabels.AsSpan(0, batch.Length), Rate);
            }

            epochDone?.Invoke();
        }
    }
}
