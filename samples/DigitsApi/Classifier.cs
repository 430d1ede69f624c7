using System;
using Digits;

namespace DigitsApi;

/// <summary>Classifies images by generated kernels, any number of them at once.</summary>
internal sealed class Classifier(LogisticRegression model)
{
    private const int Classes = DigitData.Classes;

    public Classification[] Classify(ReadOnlySpan<float> images)
    {
        var count = images.Length / DigitData.Pixels;
        var logits = new float[count * Classes];
        var probabilities = new float[logits.Length];
        var logProbabilities = new float[logits.Length];
        var digits = new int[count];

        model.Logits(images, logits);
        DigitKernels.Softmax10Rows(logits, probabilities);
        DigitKernels.LogSoftmax10Rows(logits, logProbabilities);
        DigitKernels.ArgMax10Rows(logits, digits);

        var answers = new Classification[count];
        for (var row = 0; row < count; row++)
        {
            answers[row] = new(digits[row], probabilities[row * Classes + digits[row]], logProbabilities[(row * Classes)..((row + 1) * Classes)]);
        }

        return answers;
    }
}
