using System;
using Microsoft.ML.OnnxRuntime;

namespace SoftKernels.Accuracy.Contenders;

/// <summary>ONNX Runtime's cross-entropy of a label, on the CPU.</summary>
internal sealed class OnnxLoss<T> : IDisposable
    where T : unmanaged
{
    private static readonly string[] Inputs = [OnnxModel.Input, OnnxModel.Labels];
    private static readonly string[] Outputs = [OnnxModel.Output];

    private readonly RunOptions _options = new();
    private readonly InferenceSession _session;

    public OnnxLoss()
    {
        using SessionOptions options = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        _session = new(OnnxModel.OfLoss<T>(), options);
    }

    public T Of(T[] row, int label)
    {
        using var logits = OrtValue.CreateTensorValueFromMemory(row, [1, row.Length]);
        using var labels = OrtValue.CreateTensorValueFromMemory<long>([label], [1]);
        using var results = _session.Run(_options, Inputs, [logits, labels], Outputs);
        return results[0].GetTensorDataAsSpan<T>()[0];
    }

    public void Dispose()
    {
        _session.Dispose();
        _options.Dispose();
    }
}
