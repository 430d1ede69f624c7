using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics.Tensors;
using SoftKernels.Benchmarks.Measuring;
using Spectre.Console;

namespace SoftKernels.Benchmarks.Halves;

/// <summary>
/// SoftMath of Half against that of float on the same values, against what one writes with the conversions of System.Numerics.Tensors, and against converting one by one, as SoftMath
/// itself did before it had registers for it.
/// </summary>
internal static class HalfReport
{
    private static readonly int[] s_sizes = [4, 10, 64, 256, 1000];

    public static void Print()
    {
        AnsiConsole.MarkupLineInterpolated($"[grey]{Machine.Description}[/]");
        Table table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (string title in (string[])["", "N", "Half, ns a row", "Half ÷ float", "TensorPrimitives' conversions ÷ Half", "one by one ÷ Half"])
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        var courses = s_sizes.SelectMany(size => new Data(size).Courses()).ToList();
        PairedTiming.ReachFinalTier([.. courses.SelectMany(course => course.Contenders)]);
        foreach ((string name, int size, IReadOnlyList<Contender> contenders) in courses.OrderBy(course => course.Name, StringComparer.Ordinal))
        {
            double[][] times = PairedTiming.Measure(contenders);
            table.AddRow(
                name,
                size.ToString(CultureInfo.InvariantCulture),
                PairedTiming.Median(times[0]).ToString("F1", CultureInfo.InvariantCulture),
                Ratio(times[0], times[1]),
                Ratio(times[2], times[0]),
                Ratio(times[3], times[0]));
        }

        AnsiConsole.Write(table);
    }

    private static string Ratio(double[] times, double[] others) => PairedTiming.Median(times.Zip(others, (time, other) => time / other)).ToString("F2", CultureInfo.InvariantCulture);

    private delegate void Run(ReadOnlySpan<float> source, Span<float> results);

    private delegate TResult Take<TResult>(ReadOnlySpan<float> source);

    /// <summary>Rows of one size, stored twice, and what is done with them: Half, float, the conversions of System.Numerics.Tensors, one by one.</summary>
    private sealed class Data
    {
        private const int Values = 16_384;
        private const int Skew = 2048;

        private readonly int _size;
        private readonly int _rows;
        private readonly Memory<float> _singles;
        private readonly Memory<float> _results;
        private readonly Memory<Half> _halves;
        private readonly Memory<Half> _narrow;
        private readonly int[] _indices;
        private readonly float[] _wide;

        public Data(int size)
        {
            (_size, _rows) = (size, Values / size);
            int count = _rows * size;
            (_singles, _results) = (AlignedMemory.Allocate<float>(count), AlignedMemory.Allocate<float>(count, Skew));
            (_halves, _narrow) = (AlignedMemory.Allocate<Half>(count), AlignedMemory.Allocate<Half>(count, Skew));
            (_indices, _wide) = (new int[_rows], new float[count]);
            Random random = new(1);
            for (int i = 0; i < count; i++)
            {
#pragma warning disable CA5394 // Reproducible, not secret.
                _halves.Span[i] = (Half)((random.NextDouble() * 16) - 8);
#pragma warning restore CA5394
                _singles.Span[i] = (float)_halves.Span[i];
            }
        }

        public IEnumerable<(string Name, int Size, IReadOnlyList<Contender> Contenders)> Courses() =>
        [
            ("Softmax, rows", _size,
            [
                All(() => SoftMath.SoftmaxRows<Half>(_halves.Span, _narrow.Span, _size)),
                All(() => SoftMath.SoftmaxRows(_singles.Span, _results.Span, _size)),
                All(() => Fill(_halves.Span, _narrow.Span, (source, results) => SoftMath.SoftmaxRows(source, results, _size))),
                All(() => FillOneByOne(_halves.Span, _narrow.Span, (source, results) => SoftMath.SoftmaxRows(source, results, _size))),
            ]),
            ("Softmax, one row", _size,
            [
                Each(row => SoftMath.Softmax<Half>(One(_halves, row), One(_narrow, row))),
                Each(row => SoftMath.Softmax(One(_singles, row), One(_results, row))),
                Each(row => Fill(One(_halves, row), One(_narrow, row), static (source, results) => SoftMath.Softmax(source, results))),
                Each(row => FillOneByOne(One(_halves, row), One(_narrow, row), static (source, results) => SoftMath.Softmax(source, results))),
            ]),
            ("LogSumExp, rows", _size,
            [
                All(() => SoftMath.LogSumExpRows<Half>(_halves.Span, _narrow.Span.Slice(0, _rows), _size)),
                All(() => SoftMath.LogSumExpRows(_singles.Span, _results.Span.Slice(0, _rows), _size)),
                All(() =>
                {
                    TensorPrimitives.ConvertToSingle(_halves.Span, _wide);
                    SoftMath.LogSumExpRows(_wide, _results.Span.Slice(0, _rows), _size);
                    TensorPrimitives.ConvertToHalf(_results.Span.Slice(0, _rows), _narrow.Span);
                }),
                All(() =>
                {
                    Widen(_halves.Span, _wide);
                    SoftMath.LogSumExpRows(_wide, _results.Span.Slice(0, _rows), _size);
                    Narrow(_results.Span.Slice(0, _rows), _narrow.Span);
                }),
            ]),
            ("LogSumExp, one row", _size,
            [
                Each(row => _narrow.Span[row] = SoftMath.LogSumExp<Half>(One(_halves, row))),
                Each(row => _results.Span[row] = SoftMath.LogSumExp(One(_singles, row))),
                Each(row => _narrow.Span[row] = (Half)Fold(One(_halves, row), static source => SoftMath.LogSumExp(source))),
                Each(row => _narrow.Span[row] = Half.CreateTruncating(FoldOneByOne(One(_halves, row), static source => SoftMath.LogSumExp(source))) + Half.Zero),
            ]),
            ("ArgMax, rows", _size,
            [
                All(() => SoftMath.ArgMaxRows<Half>(_halves.Span, _indices, _size)),
                All(() => SoftMath.ArgMaxRows(_singles.Span, _indices, _size)),
                All(() =>
                {
                    TensorPrimitives.ConvertToSingle(_halves.Span, _wide);
                    SoftMath.ArgMaxRows(_wide, _indices, _size);
                }),
                All(() =>
                {
                    Widen(_halves.Span, _wide);
                    SoftMath.ArgMaxRows(_wide, _indices, _size);
                }),
            ]),
            ("ArgMax, one row", _size,
            [
                Each(row => _indices[row] = SoftMath.ArgMax<Half>(One(_halves, row))),
                Each(row => _indices[row] = SoftMath.ArgMax(One(_singles, row))),
                Each(row => _indices[row] = Fold(One(_halves, row), static source => SoftMath.ArgMax(source))),
                Each(row => _indices[row] = FoldOneByOne(One(_halves, row), static source => SoftMath.ArgMax(source))),
            ]),
        ];

        /// <summary>Through memory that is there already, which is what one would write for many rows.</summary>
        private void Fill(ReadOnlySpan<Half> halves, Span<Half> results, Run run)
        {
            Span<float> wide = _wide.AsSpan(0, halves.Length);
            TensorPrimitives.ConvertToSingle(halves, wide);
            run(wide, wide);
            TensorPrimitives.ConvertToHalf(wide, results);
        }

        private TResult Fold<TResult>(ReadOnlySpan<Half> halves, Take<TResult> take)
        {
            Span<float> wide = _wide.AsSpan(0, halves.Length);
            TensorPrimitives.ConvertToSingle(halves, wide);
            return take(wide);
        }

        private static void FillOneByOne(ReadOnlySpan<Half> halves, Span<Half> results, Run run)
        {
            float[] pooled = ArrayPool<float>.Shared.Rent(halves.Length);
            Span<float> wide = pooled.AsSpan(0, halves.Length);
            Widen(halves, wide);
            run(wide, wide);
            Narrow(wide, results);
            ArrayPool<float>.Shared.Return(pooled);
        }

        private static TResult FoldOneByOne<TResult>(ReadOnlySpan<Half> halves, Take<TResult> take)
        {
            float[] pooled = ArrayPool<float>.Shared.Rent(halves.Length);
            Span<float> wide = pooled.AsSpan(0, halves.Length);
            Widen(halves, wide);
            TResult result = take(wide);
            ArrayPool<float>.Shared.Return(pooled);
            return result;
        }

        private static void Widen(ReadOnlySpan<Half> halves, Span<float> wide)
        {
            for (int i = 0; i < halves.Length; i++)
            {
                wide[i] = float.CreateTruncating(halves[i]);
            }
        }

        private static void Narrow(ReadOnlySpan<float> wide, Span<Half> results)
        {
            for (int i = 0; i < wide.Length; i++)
            {
                results[i] = Half.CreateTruncating(wide[i]) + Half.Zero;
            }
        }

        private Contender All(Action pass) => new(Rival: null, _rows, pass);

        private Contender Each(Action<int> call) => new(Rival: null, _rows, () =>
        {
            for (int row = 0; row < _rows; row++)
            {
                call(row);
            }
        });

        private Span<T> One<T>(Memory<T> rows, int row) => rows.Span.Slice(row * _size, _size);
    }
}
