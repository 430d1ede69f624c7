using System;
using System.Linq;
using Microsoft.ML.OnnxRuntime;

namespace SoftKernels.Accuracy.Contenders;

/// <summary>ONNX Runtime on the CPU.</summary>
internal sealed class Onnx<T> : IDisposable
    where T : unmanaged
{
    private static readonly string[] Inputs = [OnnxModel.Input];
    private static readonly string[] Outputs = [OnnxModel.Output];

    private readonly RunOptions _options = new();
    private readonly InferenceSession[] _sessions;

    public Onnx()
    {
        using SessionOptions options = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        string[] operations = ["Softmax", "LogSoftmax", "ReduceLogSumExp"];
        _sessions = [.. operations.Select(operation => new InferenceSession(OnnxModel.Of<T>(operation), options))];
        Contender = new("ORT", Run(_sessions[0]), Run(_sessions[1]), Run(_sessions[2]));
    }

    public Contender<T> Contender { get; }

    public void Dispose()
    {
        Array.ForEach(_sessions, session => session.Dispose());
        _options.Dispose();
    }

    private Func<T[], T[]> Run(InferenceSession session) => row =>
    {
        using var input = OrtValue.CreateTensorValueFromMemory(row, [row.Length]);
        using var results = session.Run(_options, Inputs, [input], Outputs);
        return results[0].GetTensorDataAsSpan<T>().ToArray();
    };
}
