using System;
using Microsoft.ML.OnnxRuntime;

namespace SoftKernels.Benchmarks.Peers;

/// <summary>A model in ONNX Runtime: one thread, no spinning, inputs and output bound beforehand.</summary>
internal sealed class OnnxBinding : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly OrtIoBinding _binding;
    private readonly OrtValue[] _values;

    /// <param name="model">The model.</param>
    /// <param name="output">Where the result goes.</param>
    /// <param name="inputs">What it is given, by name.</param>
    public OnnxBinding(byte[] model, OrtValue output, params (string Name, OrtValue Value)[] inputs)
    {
        using SessionOptions options = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1, ExecutionMode = ExecutionMode.ORT_SEQUENTIAL };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        _session = new(model, options);
        _binding = _session.CreateIoBinding();
        foreach ((string name, OrtValue value) in inputs)
        {
            _binding.BindInput(name, value);
        }

        _binding.BindOutput(OnnxModel.Output, output);
        _values = [output, .. Array.ConvertAll(inputs, input => input.Value)];
    }

    public static OrtValue Tensor<T>(Memory<T> values, params long[] lengths)
        where T : unmanaged => OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, values, lengths);

    public void Run() => _session.RunWithBinding(_run, _binding);

    public void Dispose()
    {
        _binding.Dispose();
        Array.ForEach(_values, value => value.Dispose());
        _run.Dispose();
        _session.Dispose();
    }
}
