using System;
using System.Numerics;
using Microsoft.ML.OnnxRuntime;
using SoftKernels.Benchmarks.Masks;
using SoftKernels.Benchmarks.Measuring;
using SoftKernels.Benchmarks.Peers;

namespace SoftKernels.Benchmarks.Extras;

/// <summary>Rows of one size, and the ways to an operation of them.</summary>
internal sealed partial class Data
{
    private const float Temperature = 0.7f;
    private const int ColumnsOfBlock = 64;
    private const string Stable = "stable composition";
    private const string Runtime = "ONNX Runtime";

    private readonly int _size;
    private readonly int _rows;
    private readonly int _blocks;
    private readonly Memory<float> _logits;
    private readonly Memory<float> _results;
    private readonly Memory<float> _turned;
    private readonly Memory<float> _resultsTurned;
    private readonly Memory<float> _values;
    private readonly Memory<long> _wideIndices;
    private readonly bool[] _mask;
    private readonly Memory<float> _added;
    private readonly int[] _indices;
    private readonly int[] _labels;
    private readonly Memory<float> _upstream;
    private readonly Memory<float> _shares;
    private readonly Memory<float> _logShares;

    public Data(int size)
    {
        // As many as a whole number of blocks holds.
        _size = size;
        int rows = new Workload<float>(new(Operation.Softmax), size).RowCount;
        _blocks = Math.Max(1, rows / ColumnsOfBlock);
        _rows = _blocks * ColumnsOfBlock;
        int length = _rows * size;
        _logits = AlignedMemory.Allocate<float>(length);
        _results = AlignedMemory.Allocate<float>(length, skew: 2048);
        _turned = AlignedMemory.Allocate<float>(length, skew: 256);
        _resultsTurned = AlignedMemory.Allocate<float>(length, skew: 768);
        _values = AlignedMemory.Allocate<float>(_rows, skew: 2048);
        _wideIndices = AlignedMemory.Allocate<long>(_rows);
        _indices = new int[_rows];
        _mask = new bool[length];
        _added = AlignedMemory.Allocate<float>(length, skew: 1024);
        Random random = new(1);
        for (int i = 0; i < length; i++)
        {
#pragma warning disable CA5394 // Reproducible, not secret.
            _logits.Span[i] = (float)((random.NextDouble() * 16) - 8);

            // A quarter is left out; two values at least take part in each row.
            _mask[i] = i % size < 2 || random.Next(4) != 0;
#pragma warning restore CA5394
            _added.Span[i] = _mask[i] ? 0 : float.NegativeInfinity;
        }

        // For training.
        _labels = new int[_rows];
        _upstream = AlignedMemory.Allocate<float>(length, skew: 1536);
        _shares = AlignedMemory.Allocate<float>(length, skew: 512);
        _logShares = AlignedMemory.Allocate<float>(length, skew: 512);
#pragma warning disable CA5394 // Reproducible, not secret.
        for (int row = 0; row < _rows; row++)
        {
            _labels[row] = random.Next(size);
        }

        foreach (ref float value in _upstream.Span)
        {
            value = (random.NextSingle() * 2) - 1;
        }
#pragma warning restore CA5394
        SoftMath.SoftmaxRows(_logits.Span, _shares.Span, size);
        SoftMath.LogSoftmaxRows(_logits.Span, _logShares.Span, size);
    }

    private delegate void AtTemperature(ReadOnlySpan<float> logits, float temperature, Span<float> results);

    private delegate void AlongColumns(ReadOnlySpan<float> logits, Span<float> results, int columns);

    private delegate void Both(ReadOnlySpan<float> logits, Span<float> probabilities, Span<float> results);

    private delegate void WithProbability(ReadOnlySpan<float> values, Span<int> indices, Span<float> probabilities);

    public Contest OfTemperature(Operation operation)
    {
        AtTemperature ours = Find<AtTemperature>($"{operation}{_size}Rows");
        Memory<float> results = ResultsOf(operation);
        return new Contest($"{operation} at a temperature", _size,
        [
            Ours(() => ours(_logits.Span, Temperature, results.Span)),
            Way(Stable, () => Composition.AtTemperature(operation, _logits.Span, Temperature, results.Span, _size)),
            Way(Runtime, Onnx(OnnxModel.AtTemperature(operation, _rows, _size, Temperature), operation)),
        ]).Checked(results);
    }

    public Contest OfMask(Operation operation)
    {
        MaskedFill<bool, float> ours = Find<MaskedFill<bool, float>>($"Masked{operation}{_size}Rows");
        Memory<float> results = ResultsOf(operation);
        return new Contest($"{operation} with a mask", _size,
        [
            Ours(() => ours(_logits.Span, _mask, results.Span)),
            Way($"{Stable} of a copy", () => Composition.Masked(operation, _logits.Span, _mask, results.Span, _size)),
            Way($"{Stable}, mask added", () => Composition.Added(operation, _logits.Span, _added.Span, results.Span, _size)),
            Way($"{Runtime} with `Where`", Onnx(OnnxModel.Where(operation, _rows, _size), operation, (OnnxModel.Mask, OnnxBinding.Tensor<bool>(_mask, _rows, _size)))),
            Way($"{Runtime}, mask added", Onnx(OnnxModel.Added(operation, _rows, _size), operation, (OnnxModel.Mask, OnnxBinding.Tensor(_added, _rows, _size)))),
        ]).Checked(results);
    }

    public Contest OfColumns(Operation operation)
    {
        AlongColumns ours = Find<AlongColumns>($"{operation}{_size}Columns");
        Memory<float> results = ResultsOf(operation);
        int[] lengths = [_blocks, _size, ColumnsOfBlock], without = [_blocks, ColumnsOfBlock];
        OnnxBinding onnx = new(
            OnnxModel.Bytes<float>(operation, lengths, without),
            OnnxBinding.Tensor(results, Array.ConvertAll(operation.GivesRow() ? lengths : without, Convert.ToInt64)),
            (OnnxModel.Input, OnnxBinding.Tensor(_logits, Array.ConvertAll(lengths, Convert.ToInt64))));
        return new Contest($"{operation} of {ColumnsOfBlock} columns", _size,
        [
            Ours(() => ours(_logits.Span, results.Span, ColumnsOfBlock)),
            Way($"{Stable}, transposing", () => Composition.Columns(operation, _logits.Span, _turned.Span, _resultsTurned.Span, results.Span, _size, ColumnsOfBlock)),
            Way($"{Runtime}, axis 1", onnx),
        ]).Checked(results);
    }

    public Contest OfSoftmaxLogSumExp()
    {
        Both ours = Find<Both>($"SoftmaxLogSumExp{_size}Rows");
        Fill<float> softmax = Find<Fill<float>>($"Softmax{_size}Rows"), sum = Find<Fill<float>>($"LogSumExp{_size}Rows");
        OnnxBinding first = Onnx(Operation.Softmax), second = Onnx(Operation.LogSumExp);
        return new Contest("Softmax and LogSumExp", _size,
        [
            Ours(() => ours(_logits.Span, _results.Span, _values.Span)),
            Way("two calls of ours", () =>
            {
                softmax(_logits.Span, _results.Span);
                sum(_logits.Span, _values.Span);
            }),
            Way(Stable, () => Composition.SoftmaxLogSumExp(_logits.Span, _results.Span, _values.Span, _size)),
            Way($"{Runtime}, two runs", () => Run(first, second), () => Release(first, second)),
        ]).Checked(_results, _values);
    }

    public Contest OfWinner()
    {
        WithProbability ours = Find<WithProbability>($"ArgMax{_size}Rows");
        Fill<float> softmax = Find<Fill<float>>($"Softmax{_size}Rows");
        Fill<int> argMax = Find<Fill<int>>($"ArgMax{_size}Rows");
        OnnxBinding first = Onnx(Operation.Softmax), second = Onnx(Operation.ArgMax);
        return new Contest("ArgMax and its probability", _size,
        [
            Ours(() => ours(_logits.Span, _indices, _values.Span)),
            Way("two calls of ours", () =>
            {
                softmax(_logits.Span, _results.Span);
                argMax(_logits.Span, _indices);
                Pick<int>(_indices);
            }),
            Way(Stable, () => Composition.Winners(_logits.Span, _indices, _values.Span, _size)),
            Way($"{Runtime}, two runs", () =>
            {
                Run(first, second);
                Pick<long>(_wideIndices.Span);
            }, () => Release(first, second)),
        ]).Checked(_values);
    }

    private static TMethod Find<TMethod>(string name)
        where TMethod : Delegate => MaskedMethods.Find<TMethod>(typeof(ExtraKernels), name);

    private static void Run(OnnxBinding first, OnnxBinding second)
    {
        first.Run();
        second.Run();
    }

    private static void Release(OnnxBinding first, OnnxBinding second)
    {
        first.Dispose();
        second.Dispose();
    }

    /// <summary>The winners' probabilities out of everybody's.</summary>
    private void Pick<TIndex>(ReadOnlySpan<TIndex> indices)
        where TIndex : IBinaryInteger<TIndex>
    {
        Span<float> results = _results.Span, values = _values.Span;
        for (int row = 0; row < indices.Length; row++)
        {
            values[row] = results[(row * _size) + int.CreateTruncating(indices[row])];
        }
    }

    private (string Name, Contender Contender) Ours(Action pass) => Way("ours", pass);

    private (string Name, Contender Contender) Way(string name, OnnxBinding onnx) => Way(name, onnx.Run, onnx.Dispose);

    private (string Name, Contender Contender) Way(string name, Action pass, Action? release = null) => (name, new(Rival: null, _rows, pass, release));

    private Memory<float> ResultsOf(Operation operation) => operation.GivesRow() ? _results : _values;

    private OnnxBinding Onnx(Operation operation) => Onnx(OnnxModel.Bytes<float>(operation, _rows, _size), operation);

    private OnnxBinding Onnx(byte[] model, Operation operation, params (string Name, OrtValue Value)[] more) => new(
        model,
        operation switch
        {
            Operation.ArgMax => OnnxBinding.Tensor(_wideIndices, _rows),
            _ when operation.GivesRow() => OnnxBinding.Tensor(_results, _rows, _size),
            _ => OnnxBinding.Tensor(_values, _rows),
        },
        [(OnnxModel.Input, OnnxBinding.Tensor(_logits, _rows, _size)), .. more]);
}
