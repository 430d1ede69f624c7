using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SoftKernels.Benchmarks.Measuring;
using Spectre.Console;

namespace SoftKernels.Benchmarks.Masks;

/// <summary>Masks against the plain method on the same data, floats: a quarter of the values is left out, for the plain method by −∞.</summary>
internal static class MaskReport
{
    private const int Values = 4096;
    private const int MostBits = 64;

    private static readonly int[] s_sizes = [4, 10, 64, 256];

    public static void Print()
    {
        AnsiConsole.MarkupLineInterpolated($"[grey]{Machine.Description}[/]");
        Table table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (string title in (string[])["", "N", "plain, ns a row", "bools", "bools, one row of them for all", "bits", "bits, one number for all"])
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        var courses = s_sizes.SelectMany(size => new Data(size).Courses()).ToList();
        PairedTiming.ReachFinalTier([.. courses.SelectMany(course => course.Contenders)]);
        foreach ((string name, int size, IReadOnlyList<Contender> contenders) in courses.OrderBy(course => course.Name, StringComparer.Ordinal))
        {
            double[][] times = PairedTiming.Measure(contenders);
            table.AddRow(
            [
                name,
                size.ToString(CultureInfo.InvariantCulture),
                PairedTiming.Median(times[0]).ToString("F1", CultureInfo.InvariantCulture),
                .. Ratios(times, isOfRows: name.EndsWith("rows", StringComparison.Ordinal)),
            ]);
        }

        AnsiConsole.Write(table);
    }

    /// <summary>One row has no mask for all.</summary>
    private static IEnumerable<string> Ratios(double[][] times, bool isOfRows)
    {
        IEnumerable<string> ratios = times.Skip(1).Select(masked => PairedTiming.Median(masked.Zip(times[0], (with, without) => with / without)).ToString("F2", CultureInfo.InvariantCulture));
        return isOfRows ? ratios : ratios.SelectMany(ratio => (string[])[ratio, ""]);
    }

    /// <summary>Rows of one size, and what is done with them.</summary>
    private sealed class Data
    {
        private readonly int _size;
        private readonly int _rows;
        private readonly Memory<float> _source;
        private readonly Memory<float> _left;
        private readonly bool[] _mask;
        private readonly ulong[] _bits;

        public Data(int size)
        {
            _size = size;
            _rows = Math.Max(16, Values / size);
            _source = AlignedMemory.Allocate<float>(_rows * size);
            _left = AlignedMemory.Allocate<float>(_rows * size);
            _mask = new bool[_rows * size];
            _bits = new ulong[_rows];
            Random random = new(1);
            for (int i = 0; i < _mask.Length; i++)
            {
#pragma warning disable CA5394 // Reproducible, not secret.
                _source.Span[i] = (float)((random.NextDouble() * 16) - 8);

                // Two values at least take part in each row.
                _mask[i] = i % size < 2 || random.Next(4) != 0;
#pragma warning restore CA5394
                _left.Span[i] = _mask[i] ? _source.Span[i] : float.NegativeInfinity;
                _bits[i / size] |= _mask[i] && i % size < MostBits ? 1UL << (i % size) : 0;
            }
        }

        public IEnumerable<(string Name, int Size, IReadOnlyList<Contender> Contenders)> Courses() =>
        [
            Row("Softmax", AlignedMemory.Allocate<float>(_rows * _size, 2048)), Rows<float>("Softmax", _size),
            Row("LogSoftmax", AlignedMemory.Allocate<float>(_rows * _size, 2048)), Rows<float>("LogSoftmax", _size),
            Value<float>("LogSumExp"), Rows<float>("LogSumExp", 1),
            Value<int>("ArgMax"), Rows<int>("ArgMax", 1),
        ];

        private (string Name, int Size, IReadOnlyList<Contender> Contenders) Row(string name, Memory<float> results)
        {
            Fill<float> plain = MaskedMethods.Find<Fill<float>>(name + _size);
            MaskedFill<bool, float> flags = MaskedMethods.Find<MaskedFill<bool, float>>("Masked" + name + _size);
            List<Contender> contenders = [Each(row => plain(One(_left, row), One(results, row))), Each(row => flags(One(_source, row), _mask.AsSpan(row * _size, _size), One(results, row)))];
            if (_size <= MostBits)
            {
                BitsFill<float> bits = MaskedMethods.Find<BitsFill<float>>("Masked" + name + _size);
                contenders.Add(Each(row => bits(One(_source, row), _bits[row], One(results, row))));
            }

            return ($"{name}, one row", _size, contenders);
        }

        private (string Name, int Size, IReadOnlyList<Contender> Contenders) Value<TResult>(string name)
        {
            TResult[] results = new TResult[_rows];
            Fold<TResult> plain = MaskedMethods.Find<Fold<TResult>>(name + _size);
            MaskedFold<bool, TResult> flags = MaskedMethods.Find<MaskedFold<bool, TResult>>("Masked" + name + _size);
            List<Contender> contenders = [Each(row => results[row] = plain(One(_left, row))), Each(row => results[row] = flags(One(_source, row), _mask.AsSpan(row * _size, _size)))];
            if (_size <= MostBits)
            {
                BitsFold<TResult> bits = MaskedMethods.Find<BitsFold<TResult>>("Masked" + name + _size);
                contenders.Add(Each(row => results[row] = bits(One(_source, row), _bits[row])));
            }

            return ($"{name}, one row", _size, contenders);
        }

        private (string Name, int Size, IReadOnlyList<Contender> Contenders) Rows<TResult>(string name, int resultsARow)
            where TResult : unmanaged
        {
            Memory<TResult> results = AlignedMemory.Allocate<TResult>(_rows * resultsARow, 2048);
            Fill<TResult> plain = MaskedMethods.Find<Fill<TResult>>($"{name}{_size}Rows");
            MaskedFill<bool, TResult> flags = MaskedMethods.Find<MaskedFill<bool, TResult>>($"Masked{name}{_size}Rows");
            Contender all = new(Rival: null, _rows, () => flags(_source.Span, _mask.AsSpan(0, _size), results.Span));
            Contender each = new(Rival: null, _rows, () => flags(_source.Span, _mask, results.Span));
            List<Contender> contenders = [new(Rival: null, _rows, () => plain(_left.Span, results.Span)), each, all];
            if (_size <= MostBits)
            {
                MaskedFill<ulong, TResult> bits = MaskedMethods.Find<MaskedFill<ulong, TResult>>($"Masked{name}{_size}Rows");
                BitsFill<TResult> bitsOfAll = MaskedMethods.Find<BitsFill<TResult>>($"Masked{name}{_size}Rows");
                contenders.Add(new(Rival: null, _rows, () => bits(_source.Span, _bits, results.Span)));
                contenders.Add(new(Rival: null, _rows, () => bitsOfAll(_source.Span, _bits[0], results.Span)));
            }

            return ($"{name}, rows", _size, contenders);
        }

        private Contender Each(Action<int> call) => new(Rival: null, _rows, () =>
        {
            for (int row = 0; row < _rows; row++)
            {
                call(row);
            }
        });

        private Span<float> One(Memory<float> rows, int row) => rows.Span.Slice(row * _size, _size);
    }
}
