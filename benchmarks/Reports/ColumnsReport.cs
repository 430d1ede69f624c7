using System;
using System.Linq;
using SoftKernels.Benchmarks.Measuring;
using SoftKernels.Benchmarks.Peers;

namespace SoftKernels.Benchmarks.Reports;

/// <summary>Along an axis that is not the last, floats: a table of Markdown.</summary>
internal static class ColumnsReport
{
    private const int FewestValues = 16_384;

    private static readonly int[] s_sizes = [4, 10, 64, 256];
    private static readonly int[] s_columns = [3, 64, 1000, 1024];

    public static void Print(Operation[] operations)
    {
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine("| operation | N | columns | blocks | ns a column | to rows | transposing takes | ONNX Runtime takes |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (Operation operation in operations)
        {
            foreach (int size in s_sizes)
            {
                foreach (int columns in s_columns)
                {
                    Print(operation, size, columns, Math.Max(columns < 16 ? 64 : 1, FewestValues / (size * columns)));
                }
            }
        }
    }

    private static void Print(Operation operation, int size, int columns, int blocks)
    {
        Columns data = new(operation, size, columns, blocks);
        using Contender onnx = data.Onnx();
        Contender[] contenders = [data.Pass(data.RunColumns), data.Pass(data.RunRows), data.Pass(data.Transpose), onnx];
        PairedTiming.ReachFinalTier(contenders);
        double[][] times = PairedTiming.Measure(contenders);
        double Ratio(int left, int right) => PairedTiming.Median(times[left].Zip(times[right], (a, b) => a / b));
        FormattableString row = $"| {operation} | {size} | {columns} | {blocks} | {PairedTiming.Median(times[0]):F2} | {Ratio(0, 1):F2} | {Ratio(2, 0):F1}× | {Ratio(3, 0):F1}× |";
        Console.WriteLine(FormattableString.Invariant(row));
    }

    /// <summary>The same values as blocks of columns and as rows.</summary>
    private sealed class Columns
    {
        private readonly Operation _operation;
        private readonly int _size;
        private readonly int _columns;
        private readonly int _blocks;
        private readonly Memory<float> _values;
        private readonly Memory<float> _rows;
        private readonly Memory<float> _results;
        private readonly Memory<float> _resultsOfRows;
        private readonly Memory<long> _wideIndices;
        private readonly int[] _indices;

        public Columns(Operation operation, int size, int columns, int blocks)
        {
            (_operation, _size, _columns, _blocks) = (operation, size, columns, blocks);
            int length = size * columns * blocks;
            _values = AlignedMemory.Allocate<float>(length);
            _rows = AlignedMemory.Allocate<float>(length, skew: 256);
            _results = AlignedMemory.Allocate<float>(operation.GivesRow() ? length : columns * blocks, skew: 512);
            _resultsOfRows = AlignedMemory.Allocate<float>(length, skew: 768);
            _wideIndices = AlignedMemory.Allocate<long>(columns * blocks);
            _indices = new int[columns * blocks];
            Random random = new(1);
            foreach (ref float value in _values.Span)
            {
                value = (random.NextSingle() - 0.5f) * 20;
            }

            Blocks.Turn(_values.Span, _rows.Span, _size, _columns);
        }

        public Contender Pass(Action run) => new(null, _columns * _blocks, run);

        public void RunColumns()
        {
            Span<float> values = _values.Span, results = _results.Span;
            switch (_operation)
            {
                case Operation.Softmax: SoftMath.SoftmaxColumns(values, results, _size, _columns); break;
                case Operation.LogSoftmax: SoftMath.LogSoftmaxColumns(values, results, _size, _columns); break;
                case Operation.LogSumExp: SoftMath.LogSumExpColumns(values, results, _size, _columns); break;
                case Operation.Max: SoftMath.MaxColumns(values, results, _size, _columns); break;
                case Operation.HardMax: SoftMath.HardMaxColumns(values, results, _size, _columns); break;
                default: SoftMath.ArgMaxColumns(values, _indices, _size, _columns); break;
            }
        }

        public void RunRows() => RunRows(_resultsOfRows.Span[.._results.Length]);

        /// <summary>What one does without columns.</summary>
        public void Transpose()
        {
            Blocks.Turn(_values.Span, _rows.Span, _size, _columns);
            if (_operation.GivesRow())
            {
                RunRows(_resultsOfRows.Span);
                Blocks.Turn(_resultsOfRows.Span, _results.Span, _columns, _size);
            }
            else
            {
                RunRows(_results.Span);
            }
        }

        public Contender Onnx()
        {
            long[] lengths = _operation.GivesRow() ? [_blocks, _size, _columns] : [_blocks, _columns];
            OnnxBinding binding = new(
                OnnxModel.Bytes<float>(_operation, [_blocks, _size, _columns], [_blocks, _columns]),
                _operation == Operation.ArgMax ? OnnxBinding.Tensor(_wideIndices, lengths) : OnnxBinding.Tensor(_results, lengths),
                (OnnxModel.Input, OnnxBinding.Tensor(_values, _blocks, _size, _columns)));
            return new(null, _columns * _blocks, binding.Run, binding.Dispose);
        }

        private void RunRows(Span<float> results)
        {
            Span<float> rows = _rows.Span;
            switch (_operation)
            {
                case Operation.Softmax: SoftMath.SoftmaxRows(rows, results, _size); break;
                case Operation.LogSoftmax: SoftMath.LogSoftmaxRows(rows, results, _size); break;
                case Operation.LogSumExp: SoftMath.LogSumExpRows(rows, results, _size); break;
                case Operation.Max: SoftMath.MaxRows(rows, results, _size); break;
                case Operation.HardMax: SoftMath.HardMaxRows(rows, results, _size); break;
                default: SoftMath.ArgMaxRows(rows, _indices, _size); break;
            }
        }
    }
}
