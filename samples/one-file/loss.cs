#:package SoftKernels@*-*

// A loss with its gradient: a linear classifier learns which third of the circle a point lies in, by gradient descent.
using SoftKernels;

const int Points = 300;
float[] points = new float[Points * 2];
int[] labels = new int[Points];
for (int i = 0; i < Points; i++)
{
    (double sine, double cosine) = Math.SinCos(2 * Math.PI * i / Points);
    (points[2 * i], points[2 * i + 1], labels[i]) = ((float)cosine, (float)sine, 3 * i / Points);
}

float[] weights = new float[2 * 3];
float[] logits = new float[Points * 3];
float[] gradients = new float[Points * 3];
float[] losses = new float[Points];
for (int step = 0; step <= 100; step++)
{
    for (int i = 0; i < logits.Length; i++)
    {
        logits[i] = points[i / 3 * 2] * weights[i % 3] + points[i / 3 * 2 + 1] * weights[3 + i % 3];
    }

    // The loss of every point, and what it changes by as each logit does.
    Thirds.CrossEntropy3Rows(logits, labels, losses, gradients);
    for (int i = 0; i < logits.Length; i++)
    {
        weights[i % 3] -= points[i / 3 * 2] * gradients[i] * 5 / Points;
        weights[3 + i % 3] -= points[i / 3 * 2 + 1] * gradients[i] * 5 / Points;
    }

    if (step % 25 == 0)
    {
        int right = Enumerable.Range(0, Points).Count(i => Thirds.ArgMax3(logits.AsSpan(i * 3, 3)) == labels[i]);
        Console.WriteLine($"step {step,3}: loss {losses.Average():F4}, right {right} of {Points}");
    }
}

[SoftKernel(3, Operations = SoftOperations.CrossEntropy | SoftOperations.ArgMax)]
static partial class Thirds;

// Prints:
// step   0: loss 1.0986, right 100 of 300
// step  25: loss 0.1128, right 300 of 300
// step  50: loss 0.0903, right 300 of 300
// step  75: loss 0.0793, right 300 of 300
// step 100: loss 0.0724, right 300 of 300
