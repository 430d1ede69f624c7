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
    private readonly bool _alongColumns;

    private Onnx(bool alongColumns)
    {
        using SessionOptions options = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        string[] operations = ["Softmax", "LogSoftmax", "ReduceLogSumExp"];
        _alongColumns = alongColumns;
        _sessions = [.. operations.Select(operation => new InferenceSession(alongColumns ? OnnxModel.OfColumns<T>(operation) : OnnxModel.OfRow<T>(operation), options))];
    }

    /// <summary>Over vectors.</summary>
    public static Onnx<T> OfRows() => new(alongColumns: false);

    /// <summary>Over tensors of shape [1, N, columns], along the axis in the middle.</summary>
    public static Onnx<T> OfColumns() => new(alongColumns: true);

    /// <param name="columns">How many rows stand side by side: 1 of vectors.</param>
    public Contender<T> Contender(int columns) => new("ORT", Run(_sessions[0], columns), Run(_sessions[1], columns), Run(_sessions[2], columns));

    public void Dispose()
    {
        Array.ForEach(_sessions, session => session.Dispose());
        _options.Dispose();
    }

    private Func<T[], T[]> Run(InferenceSession session, int columns) => values =>
    {
        using var input = OrtValue.CreateTensorValueFromMemory(values, _alongColumns ? [1, values.Length / columns, columns] : [values.Length]);
        using var results = session.Run(_options, Inputs, [input], Outputs);
        return results[0].GetTensorDataAsSpan<T>().ToArray();
    };
}
