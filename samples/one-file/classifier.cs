#:package SoftKernels@*-*
#:package Microsoft.ML.OnnxRuntime@1.31.1

// A classifier's head: logits of a model in ONNX Runtime, turned into a class and its probability where they lie, without a copy.
using Microsoft.ML.OnnxRuntime;
using SoftKernels;

string[] names = ["setosa", "versicolor", "virginica"];
float[] petals = [1.4f, 0.2f, 4.5f, 1.5f, 5.9f, 2.3f, 4.8f, 1.7f]; // four flowers: length and width in cm

using var session = new InferenceSession(Model.Linear([-4f, 0f, 2f, 0f, 0f, 4f], [10f, 0f, -16.6f]));
using var input = OrtValue.CreateTensorValueFromMemory(petals, [petals.Length / 2, 2]);
using var outputs = session.Run(new RunOptions(), ["x"], [input], ["y"]);

var classes = new int[petals.Length / 2];
var probabilities = new float[petals.Length / 2];
Iris.ArgMax3Rows(outputs[0].GetTensorDataAsSpan<float>(), classes, probabilities);
for (int i = 0; i < classes.Length; i++)
{
    Console.WriteLine($"{petals[2 * i]:F1} × {petals[2 * i + 1]:F1} cm: {names[classes[i]],-10} {probabilities[i]:F3}");
}

[SoftKernel(3)]
static partial class Iris;

/// <summary>y = x·W + b, in the bytes of an .onnx file, so that there is nothing to download; the weights are made by hand.</summary>
static class Model
{
    public static byte[] Linear(float[] weights, float[] biases)
    {
        int inputs = weights.Length / biases.Length, outputs = biases.Length;
        byte[] node = [.. Text(1, "x"), .. Text(1, "w"), .. Text(1, "b"), .. Text(2, "y"), .. Text(4, "Gemm")];
        byte[] values = [.. Field(5, Tensor("w", weights, inputs, outputs)), .. Field(5, Tensor("b", biases, outputs))];
        byte[] graph = [.. Field(1, node), .. Text(2, "head"), .. values, .. Field(11, Rows("x", inputs)), .. Field(12, Rows("y", outputs))];
        return [.. Number(1, 7), .. Field(7, graph), .. Field(8, [.. Text(1, ""), .. Number(2, 13)])];
    }

    static byte[] Tensor(string name, float[] values, params int[] lengths) =>
        [.. lengths.SelectMany(length => Number(1, length)), .. Number(2, 1), .. Text(8, name), .. Field(9, [.. values.SelectMany(BitConverter.GetBytes)])];

    static byte[] Rows(string name, int columns) =>
        [.. Text(1, name), .. Field(2, Field(1, [.. Number(1, 1), .. Field(2, [.. Field(1, Text(2, "rows")), .. Field(1, Number(1, columns))])]))];

    static byte[] Number(int field, int value) => [(byte)(field << 3), (byte)value];
    static byte[] Text(int field, string value) => Field(field, System.Text.Encoding.UTF8.GetBytes(value));
    static byte[] Field(int field, byte[] value) => [(byte)(field << 3 | 2), (byte)(value.Length | 128), (byte)(value.Length >> 7), .. value];
}

// Prints:
// 1.4 × 0.2 cm: setosa     0.988
// 4.5 × 1.5 cm: versicolor 0.832
// 5.9 × 2.3 cm: virginica  0.988
// 4.8 × 1.7 cm: versicolor 0.550
