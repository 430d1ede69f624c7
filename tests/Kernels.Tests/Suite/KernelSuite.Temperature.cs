using System;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Memory;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <content>Operations at a temperature: the bounds, bits, special values and refusals of the plain ones, and what is their own.</content>
public abstract partial class KernelSuite<T>
{
    // Near 1, far from it, where reciprocals are no longer normal, and the least and the greatest there are.
    private static readonly T[] Temperatures =
    [
        .. new[] { 0.001, 0.1, 0.5, 0.7, 1.5, 3.7, 100, 1e3, 1e-30, 1e30, 1e-40 }.Select(T.CreateChecked),
        T.Epsilon, T.Epsilon * T.CreateChecked(3), T.BitDecrement(T.PositiveInfinity), T.CreateChecked(2), T.CreateChecked(Math.ScaleB(1, 60)), T.CreateChecked(Math.ScaleB(1, -61)),
    ];

    private static readonly T[] TemperaturesOfLongRows = [.. new[] { 0.3, 7.0, 1e-38 }.Select(T.CreateChecked)];

    private static readonly Type TemperatureKernels = typeof(T) == typeof(float) ? typeof(SingleTemperatures) : typeof(DoubleTemperatures);

    private static readonly int[] TemperatureSizes =
        [.. TemperatureKernels.GetCustomAttributes<SoftKernelAttribute>().Select(kernel => kernel.Size).Order()];

    [Fact]
    [On(Hardware.Every)]
    public void At_any_temperature_the_bounds_hold()
    {
        var survey = new Survey();
        var samples =
            from size in TemperatureSizes.Reverse()
            from temperature in Temperatures
            where size <= 257 || temperature == T.CreateChecked(0.7) || (size <= 1000 && temperature == T.CreateChecked(3.7))
            from distribution in Distributions<T>.All.Where((_, i) => size <= 64 || i % 3 == 0)
            select (size, temperature, distribution);
        Parallel.ForEach(samples, sample =>
        {
            var set = new TemperatureSet<T>(TemperatureKernels, sample.size, sample.temperature);
            foreach (var row in sample.distribution.Rows(sample.size, Math.Clamp(_oracle.ValuesPerSample / 64 / sample.size, 1, 8)))
            {
                // At the temperature's scale, and as they are: then it is nearly 0, or far beyond them.
                SeeAt(set, sample.temperature, new(row.Origin, [.. row.Values.Select(x => x * sample.temperature)]), survey);
                SeeAt(set, sample.temperature, row, survey);
            }
        });
        Assert.Multiple(
            () => survey.Softmax.AssertAtMost(Bounds<T>.Softmax),
            () => survey.LogSoftmax.AssertAtMost(Bounds<T>.LogSoftmax),
            () => survey.LogSumExp.AssertAtMost(Bounds<T>.LogSumExp));
    }

    [Fact]
    [On(Hardware.Every)]
    public void At_any_temperature_long_rows_hold_the_bounds()
    {
        Worst<T> softmax = new("softmax, ULP"), logSoftmax = new("log-softmax, ULP"), logSumExp = new("log-sum-exp, ULP");
        foreach (var temperature in TemperaturesOfLongRows)
        {
            var set = new TemperatureSet<T>(TemperatureKernels, TemperatureSizes[0], temperature);
            foreach (var row in LongRows<T>.Of(65_537).Where(row => row.Levels.All(T.IsFinite)))
            {
                LongRow<T> scaled = new(row.Name, [.. row.Levels.Select(level => level * temperature)], row.LevelAt);
                int[] present = [.. Enumerable.Range(0, row.Levels.Length)];
                var exact = _oracle.Evaluate(scaled.Levels, scaled.Counts(), temperature);
                SeeLevels(set.Softmax, scaled, present, exact.Softmax, T.Zero, softmax);
                SeeLevels(set.LogSoftmax, scaled, present, exact.LogSoftmax, T.NegativeInfinity, logSoftmax);
                var actual = OneResult<T>(set.LogSumExp.Fallback, scaled.Row.Values);
                logSumExp.See(Ulp<T>.Error(actual, exact.LogSumExp, double.CreateChecked(scaled.Levels.Max())), actual, exact.LogSumExp, "SoftMath", scaled.Row, 0);
            }
        }

        Assert.Multiple(() => softmax.AssertAtMost(Bounds<T>.Softmax), () => logSoftmax.AssertAtMost(Bounds<T>.LogSoftmax), () => logSumExp.AssertAtMost(Bounds<T>.LogSumExp));
    }

    [Fact]
    [On(Hardware.Fused)]
    public void At_any_temperature_all_forms_give_the_same_bits() => Parallel.ForEach(TemperatureSizes.Reverse(), size =>
    {
        var rows = Distributions<T>.All.SelectMany(distribution => distribution.Rows(size, 3)).ToArray();
        foreach (var temperature in Temperatures.Append(T.Zero).Where((_, i) => size <= 257 || i % 4 == 0))
        {
            Row<T>[] scaled = [.. rows, .. rows.Select(row => new Row<T>(row.Origin, [.. row.Values.Select(x => x * (temperature == T.Zero ? T.One : temperature))]))];
            foreach (var operation in new TemperatureSet<T>(TemperatureKernels, size, temperature).All)
            {
                foreach (var row in scaled)
                {
                    var expected = operation.Bits(operation.Row, row.Values);
                    foreach (var (name, form) in operation.Forms)
                    {
                        AssertBits(operation, expected, operation.Bits(form, row.Values), $"{name} at {temperature}", row);
                    }
                }

                AssertBatch(operation, scaled);
            }
        }
    });

    [Fact]
    [On(Hardware.Every)]
    public void At_temperature_1_the_bits_are_those_without_one()
    {
        foreach (var size in TemperatureSizes)
        {
            var set = new TemperatureSet<T>(TemperatureKernels, size, T.One);
            var plain = new[] { Kernels[0].Softmax, Kernels[0].LogSoftmax, Kernels[0].LogSumExp };
            foreach (var row in RowsOf(size))
            {
                foreach (var (warm, cold) in new[] { set.Softmax, set.LogSoftmax, set.LogSumExp }.Zip(plain))
                {
                    var expected = new byte[warm.BytesPerRow];
                    cold.Fallback(row.Values, expected);
                    Assert.All(warm.Forms, form => AssertBits(warm, expected, warm.Bits(form.Run, row.Values), $"{form.Name} at 1", row));
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void The_limit_of_temperature_is_that_of_the_article()
    {
        static T[] Row(params double[] values) => [.. values.Select(T.CreateChecked)];
        var set = new TemperatureSet<T>(TemperatureKernels, 4, T.Zero);
        void Expect(TemperatureSet<T> at, double[] row, double[] softmax, double[] logSoftmax, double logSumExp)
        {
            Row<T> given = new("special", Row(row));
            Assert.All(at.Softmax.Forms, form => AssertBits<T>(Row(softmax), at.Softmax.Values(form.Run, given.Values), form.Name, given));
            Assert.All(at.LogSoftmax.Forms, form => AssertBits<T>(Row(logSoftmax), at.LogSoftmax.Values(form.Run, given.Values), form.Name, given));
            Assert.All(at.LogSumExp.Forms, form => AssertBits<T>(Row(logSumExp), at.LogSumExp.Values(form.Run, given.Values), form.Name, given));
        }

        const double infinity = double.PositiveInfinity, none = double.NegativeInfinity;
        Expect(set, [5, 3, 0, -2], [1, 0, 0, 0], [0, none, none, none], 5);
        Expect(set, [-5, -3, -4, -2], [0, 0, 0, 1], [none, none, none, 0], -2);
        Expect(set, [none, none, none, -0.0], [0, 0, 0, 1], [none, none, none, 0], 0);
        foreach (var temperature in Temperatures.Append(T.Zero))
        {
            var at = new TemperatureSet<T>(TemperatureKernels, 4, temperature);
            Expect(at, [none, none, none, none], [0, 0, 0, 0], [none, none, none, none], none);
            Expect(at, [1, infinity, none, 0], [0, 1, 0, 0], [none, 0, none, none], infinity);
            Expect(at, [1, double.NaN, infinity, 0], [double.NaN, double.NaN, double.NaN, double.NaN], [double.NaN, double.NaN, double.NaN, double.NaN], double.NaN);
            Expect(at, [none, none, 7, none], [0, 0, 1, 0], [none, none, 0, none], 7);
        }

        double[] beyond = typeof(T) == typeof(float) ? [0, none, none, none] : [0, -2 / 1e-40, -5 / 1e-40, -7 / 1e-40];
        Expect(new(TemperatureKernels, 4, T.CreateChecked(1e-40)), [5, 3, 0, -2], [1, 0, 0, 0], beyond, 5);
        T half = T.CreateChecked(0.5);
        Assert.Equal([half, half], new TemperatureSet<T>(TemperatureKernels, 2, T.Zero).Softmax.Values(set.Softmax.Fallback, Row(3, 3)));
    }

    [Fact]
    [On(Hardware.Any)]
    public void As_the_temperature_falls_the_maximum_takes_all() => Check(
        GridRows,
        row =>
        {
            var (cold, limit) = (new T[row.Length], new T[row.Length]);
            ShareAt(row, T.CreateChecked(1e-4), cold);
            ShareAt(row, T.Zero, limit);
            return cold.Zip(limit).All(pair => Math.Abs(double.CreateChecked(pair.First - pair.Second)) <= 2 * Ulp<T>.Epsilon);
        });

    [Fact]
    [On(Hardware.Every)]
    public void A_temperature_that_is_none_is_refused_before_anything_is_written()
    {
        T[] bad = [-T.One, -T.Epsilon, T.NaN, T.PositiveInfinity, T.NegativeInfinity];
        foreach (var (size, temperature) in from size in TemperatureSizes from temperature in bad select (size, temperature))
        {
            var source = new T[2 * size];
            foreach (var operation in new TemperatureSet<T>(TemperatureKernels, size, temperature).All)
            {
                foreach (var (name, form) in operation.Forms)
                {
                    var rows = name.EndsWith("Rows", StringComparison.Ordinal) ? 2 : 1;
                    var results = new byte[rows * operation.BytesPerRow];
                    results.AsSpan().Fill(0xA5);
                    var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => form(source.AsSpan(0, rows * size), results));
                    Assert.Equal("temperature", thrown.ParamName);
                    Assert.StartsWith($"'temperature' is {double.CreateChecked(temperature).ToString(CultureInfo.InvariantCulture)}, but 0 or a positive finite number is needed", thrown.Message, StringComparison.Ordinal);
                    Assert.All(results, one => Assert.Equal(0xA5, one));
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void At_a_temperature_lengths_overlaps_places_and_memory_are_kept()
    {
        const int size = 33;
        var set = new TemperatureSet<T>(TemperatureKernels, size, T.CreateChecked(0.7));
        var row = Distributions<T>.Ordinary.Row(size, 1).Values;
        using GuardedBuffer source = new(1 << 16), results = new(1 << 16);
        foreach (var operation in set.All)
        {
            foreach (var (name, form) in operation.Forms)
            {
                RunAtBothEnds(operation, form, row, source, results);
                var memory = new byte[operation.BytesPerRow];
                Assert.Equal(0, Allocations.Least(() => form(row, memory)));
                if (operation.IsElementwise)
                {
                    var inPlace = row.ToArray();
                    form(inPlace, MemoryMarshal.AsBytes(inPlace.AsSpan()));
                    AssertBits<T>(operation.Values(form, row), inPlace, name, new(name, row));
                    var buffer = new T[size + 1];
                    Refusal.AssertOverlap(() => form(buffer.AsSpan(0, size), MemoryMarshal.AsBytes(buffer.AsSpan(1, size))), name, operation.Kind.Results, 1);
                    Assert.Throws<ArgumentException>(() => form(row, new byte[(size - 1) * Unsafe.SizeOf<T>()]));
                }
            }
        }
    }

    private static void ShareAt(T[] row, T temperature, T[] results) =>
        new TemperatureSet<T>(TemperatureKernels, TemperatureSizes[0], temperature).Softmax.Fallback(row, MemoryMarshal.AsBytes(results.AsSpan()));

    private void SeeAt(TemperatureSet<T> set, T temperature, Row<T> row, Survey survey)
    {
        if (!row.Values.All(T.IsFinite))
        {
            return;
        }

        var exact = _oracle.Evaluate(row.Values, [], temperature);
        foreach (var (name, probabilities) in RowAndFallback(set.Softmax, row))
        {
            for (var i = 0; i < probabilities.Length; i++)
            {
                survey.Softmax.See(Ulp<T>.Error(probabilities[i], exact.Softmax[i]), probabilities[i], exact.Softmax[i], $"{name} at {temperature}", row, i);
            }
        }

        foreach (var (name, logProbabilities) in RowAndFallback(set.LogSoftmax, row))
        {
            for (var i = 0; i < logProbabilities.Length; i++)
            {
                survey.LogSoftmax.See(Ulp<T>.Error(logProbabilities[i], exact.LogSoftmax[i]), logProbabilities[i], exact.LogSoftmax[i], $"{name} at {temperature}", row, i);
            }
        }

        var max = double.CreateChecked(row.Values.Max());
        foreach (var (name, sums) in RowAndFallback(set.LogSumExp, row))
        {
            survey.LogSumExp.See(Ulp<T>.Error(sums[0], exact.LogSumExp, max), sums[0], exact.LogSumExp, $"{name} at {temperature}", row, 0);
        }
    }
}
