using System;
using System.Linq;
using Spectre.Console;

namespace Digits;

/// <summary>Mini-batch gradient descent, the batches drawn anew in every epoch.</summary>
internal static class Trainer
{
    private const int Epochs = 80;
    private const int BatchSize = 16;
    private const float Rate = 0.6f;

    public static void Train(LogisticRegression model, DigitData data, int seed)
    {
        var random = new Random(seed);
        var batchImages = new float[BatchSize * DigitData.Pixels];
        var batchLabels = new int[BatchSize];
        int[] order = [.. Enumerable.Range(0, data.Count)];

        void Epoch()
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
        }

        // The bar goes to the error stream, so that the report can be redirected, and compared, by itself.
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().Start(progress =>
        {
            var task = progress.AddTask("Training", maxValue: Epochs);
            while (!task.IsFinished)
            {
                Epoch();
                task.Increment(1);
            }
        });
    }
}
