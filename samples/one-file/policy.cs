#:package SoftKernels@*-*

// A policy: how often each move is drawn, cold and hot. At temperature 0 the best move is certain; the higher, the more alike all are.
using SoftKernels;

string[] moves = ["left", "right", "jump", "wait"];
float[] logits = [1f, 3f, 2f, 0f];

Console.WriteLine("   τ " + string.Concat(moves.Select(move => $"{move,8}")) + "   drawn of 1,000");
foreach (float temperature in (float[])[0f, 0.5f, 1f, 4f])
{
    float[] probabilities = new float[4];
    Policy.Softmax4(logits, temperature, probabilities);

    // Numbers from 0 to below 1 decide the draws: the same numbers, the same draws, on every machine. Here they are evenly spread.
    int[] drawn = new int[4];
    for (int i = 0; i < 1000; i++)
    {
        drawn[Policy.Sample4(logits, temperature, (i + 0.5) / 1000)]++;
    }

    Console.WriteLine($"{temperature,4:F1} " + string.Concat(probabilities.Select(p => $"{p,8:F4}")) + $"   {string.Join(" ", drawn)}");
}

[SoftKernel(4, Operations = SoftOperations.Softmax | SoftOperations.Sample, Extras = SoftExtras.Temperature)]
static partial class Policy;

// Prints:
//    τ     left   right    jump    wait   drawn of 1,000
//  0.0   0.0000  1.0000  0.0000  0.0000   0 1000 0 0
//  0.5   0.0158  0.8650  0.1171  0.0021   16 865 117 2
//  1.0   0.0871  0.6439  0.2369  0.0321   87 644 237 32
//  4.0   0.2122  0.3499  0.2725  0.1653   212 350 273 165
