using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Memory;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <content>All forms give the bits of the row, at every width, and refuse the same.</content>
public abstract partial class TrainingSuite<T>
{
    [Fact]
    [On(Hardware.Every)]
    public void Rows_and_columns_give_the_bits_of_each_row()
    {
        foreach (var operation in _operations)
        {
            foreach (var size in s_sizes)
            {
                foreach (var columns in new[] { 1, 2, 5, 16, 17, 70 })
                {
                    var input = new Input(operation, size, columns, blocks: 2);
                    var expected = input.RowByRow(operation);
                    AssertSame(expected, input.Run(operation.Columns), $"SoftMath.{operation.Title}, columns: {columns} of {size}");
                    var rows = new Input(operation, size, 1, blocks: 2 * columns);
                    AssertSame(rows.RowByRow(operation), rows.Run(operation.Rows), $"SoftMath.{operation.Title}, {columns} rows of {size}");
                    if (operation.Generated(size) is [_, var generatedRows, var generatedColumns])
                    {
                        AssertSame(expected, input.Run(generatedColumns), $"{operation.Title}, columns: {columns} of {size}");
                        AssertSame(rows.RowByRow(operation), rows.Run(generatedRows), $"{operation.Title}, {columns} rows of {size}");
                    }
                }

                if (operation.Generated(size) is [var row, ..])
                {
                    var one = new Input(operation, size, 1, blocks: 1);
                    AssertSame(one.RowByRow(operation), one.Run(row), $"{operation.Title} of exactly {size}");
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void In_place_gives_the_same_bits()
    {
        foreach (var operation in _operations)
        {
            foreach (var size in new[] { 2, 3, 10, 17, 100 })
            {
                foreach (var (form, columns) in new[] { (operation.Rows, 1), (operation.Columns, 5) }.Concat(operation.Generated(size).Skip(1).Select((form, i) => (form, i == 0 ? 1 : 5))))
                {
                    var input = new Input(operation, size, columns, blocks: 3);
                    var expected = input.Run(form);
                    foreach (var place in new[] { 0, 1, 2 })
                    {
                        var again = new Input(operation, size, columns, blocks: 3);
                        if (again.RunInPlace(form, place) is { } actual)
                        {
                            AssertSame(place == 2 ? ([.. expected.Folded], []) : ([], expected.Filled), place == 2 ? (actual.Folded, []) : ([], actual.Filled), $"{operation.Title} of {size}, place {place}");
                        }
                    }
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Every_width_gives_the_same_bits()
    {
        Assert.SkipWhen(IsHalf, "Half has no registers.");
        foreach (var row in AllRows().Where(row => row.Values.Length > 1))
        {
            T[] logs = new T[row.Values.Length];
            SoftMath.LogSoftmax<T>(row.Values, logs);
            T[][]? first = null;
            foreach (var width in Width<T>.All)
            {
                T[] gradient = new T[logs.Length];
                width.Rows.LogSoftmaxGradient(logs, row.Values, T.CreateChecked(0.7), gradient);
                var (loss, log, probabilities) = (new T[3], new T[3], new T[logs.Length]);
                width.Rows.SoftmaxLog(row.Values, probabilities, log);
                width.Rows.SoftmaxLoss(row.Values, probabilities, loss);
                T[][] found = [[width.Rows.Entropy(row.Values)], gradient, loss, log, probabilities];
                first ??= found;
                for (var i = 0; i < found.Length; i++)
                {
                    Assert.True(found[i].SequenceEqual(first[i]), $"result {i} at {width}: {string.Join(", ", found[i])}, not {string.Join(", ", first[i])}; {row}");
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Nothing_outside_the_spans_is_read_or_written()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The guard pages are made by Linux' mmap and mprotect.");
        const int most = 40_000;
        using var values = new GuardedBuffer(most);
        using var others = new GuardedBuffer(most);
        using var filled = new GuardedBuffer(most);
        using var folded = new GuardedBuffer(most);
        foreach (var operation in _operations)
        {
            foreach (var size in s_sizes)
            {
                foreach (var (form, columns) in new[] { (operation.Rows, 1), (operation.Columns, 5) })
                {
                    var input = new Input(operation, size, columns, blocks: 3);
                    var expected = input.Run(form);
                    foreach (var atTheEnd in new[] { false, true })
                    {
                        Span<T> place(GuardedBuffer buffer, T[] given)
                        {
                            var bytes = given.Length * Unsafe.SizeOf<T>();
                            var span = MemoryMarshal.Cast<byte, T>(atTheEnd ? buffer.Last(bytes) : buffer.First(bytes));
                            given.CopyTo(span);
                            return span;
                        }

                        var gradients = place(filled, input.Filled);
                        var results = place(folded, input.Folded);
                        form(place(values, input.Values), place(others, input.Others), input.Labels, results, gradients, size, columns);
                        AssertSame(expected, ([.. results], [.. gradients]), $"{operation.Title} of {size}, {columns} columns");
                    }
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Nothing_is_allocated()
    {
        foreach (var operation in _operations)
        {
            foreach (var size in new[] { 3, 10, 300 })
            {
                var (rows, columns) = (new Input(operation, size, 1, blocks: 70), new Input(operation, size, 5, blocks: 3));
                foreach (var (form, input) in new[] { (operation.Rows, rows), (operation.Columns, columns) }.Concat(operation.Generated(size).Skip(1).Select((form, i) => (form, i == 0 ? rows : columns))))
                {
                    var allocated = Allocations.Least(() => form(input.Values, input.Others, input.Labels, input.Folded, input.Filled, size, input.Columns));
                    Assert.True(allocated == 0, $"{operation.Title} of {size} allocated {allocated} bytes.");
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Labels_and_targets_that_are_none_are_refused_by_name()
    {
        foreach (var operation in _operations)
        {
            foreach (var (form, columns) in new[] { (operation.Rows, 1), (operation.Columns, 3) }.Concat(operation.Generated(10).Skip(1).Select((form, i) => (form, i == 0 ? 1 : 3))))
            {
                foreach (var wrong in new[] { -1, 10, int.MaxValue, int.MinValue }.Where(_ => operation.HasLabels))
                {
                    Refuses(operation, form, columns, input => input.Labels[4] = wrong, (call, what) => Refusal.AssertRange(call, what, "labels", wrong, 4, 0, 9, 10, wrong));
                }

                foreach (var wrong in new[] { T.NegativeOne, T.NaN, T.PositiveInfinity }.Where(_ => operation.Others == "targets"))
                {
                    Refuses(operation, form, columns, input => input.Others[13] = wrong, (call, what) =>
                    {
                        var thrown = Assert.IsType<ArgumentOutOfRangeException>(Record.Exception(call));
                        Assert.Equal("targets", thrown.ParamName);
                        Assert.Contains("at index 13", thrown.Message, StringComparison.Ordinal);
                    });
                }
            }

            foreach (var wrong in new[] { -1, 7 }.Where(_ => operation.HasLabels))
            {
                var input = new Input(operation, 7, 1, blocks: 1);
                input.Labels[0] = wrong;
                Refusal.AssertRange(() => input.Run(operation.Row), operation.Title, "label", wrong, 0, 6, 7, wrong);
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Lengths_that_do_not_fit_are_refused()
    {
        foreach (var operation in _operations)
        {
            foreach (var (form, columns) in new[] { (operation.Rows, 1), (operation.Columns, 3) }.Concat(operation.Generated(10).Skip(1).Select((form, i) => (form, i == 0 ? 1 : 3))))
            {
                Refuses(operation, form, columns, input => input.Values = input.Values[1..], (call, what) => AssertNames(call, operation.Values));
                Refuses(operation, form, columns, input => input.Others = input.Others[1..], (call, what) => AssertNames(call, operation.Others!), when: operation.Others is not null);
                Refuses(operation, form, columns, input => input.Labels = input.Labels[1..], (call, what) => AssertNames(call, "labels"), when: operation.HasLabels);
                Refuses(operation, form, columns, input => input.Folded = input.Folded[1..], (call, what) => AssertNames(call, operation.Folded!), when: operation.Folded is not null);
                Refuses(operation, form, columns, input => input.Filled = input.Filled[1..], (call, what) => AssertNames(call, "gradients"), when: operation.Filled);
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void What_overlaps_without_beginning_together_is_refused()
    {
        foreach (var operation in _operations.Where(operation => operation.Filled))
        {
            foreach (var (form, columns) in new[] { (operation.Rows, 1), (operation.Columns, 3) }.Concat(operation.Generated(10).Skip(1).Select((form, i) => (form, i == 0 ? 1 : 3))))
            {
                var input = new Input(operation, 10, columns, blocks: 3);
                T[] memory = [.. input.Values, T.One];
                void call() => form(memory.AsSpan(0, input.Values.Length), input.Others, input.Labels, input.Folded, memory.AsSpan(1), 10, columns);
                Refusal.AssertOverlap(call, operation.Title, "gradients", 1);
                Assert.Equal([.. input.Values, T.One], memory);
                if (operation.Folded is not null)
                {
                    void shared() => form(input.Values, input.Others, input.Labels, input.Filled.AsSpan(3, input.Folded.Length), input.Filled, 10, columns);
                    Refusal.AssertShared(shared, operation.Title, "gradients");
                }
            }
        }
    }

    private static void AssertNames(Action call, string parameter) => Assert.Equal(parameter, Assert.IsType<ArgumentException>(Record.Exception(call)).ParamName);

    private static void Refuses(TrainingOperation<T> operation, TrainingForm<T> form, int columns, Action<Input> spoil, Action<Action, string> assert, bool when = true)
    {
        if (!when)
        {
            return;
        }

        var input = new Input(operation, 10, columns, blocks: 6);
        spoil(input);
        Array.Fill(input.Folded, T.CreateSaturating(Untouched));
        Array.Fill(input.Filled, T.CreateSaturating(Untouched));
        assert(() => form(input.Values, input.Others, input.Labels, input.Folded, input.Filled, 10, columns), operation.Title);
        Assert.All(input.Folded.Concat(input.Filled), value => Assert.Equal(T.CreateSaturating(Untouched), value));
    }

    private static void AssertSame((T[] Folded, T[] Filled) expected, (T[] Folded, T[] Filled) actual, string what)
    {
        Assert.True(MemoryMarshal.AsBytes<T>(expected.Folded).SequenceEqual(MemoryMarshal.AsBytes<T>(actual.Folded)), $"{what}: results of rows");
        Assert.True(MemoryMarshal.AsBytes<T>(expected.Filled).SequenceEqual(MemoryMarshal.AsBytes<T>(actual.Filled)), $"{what}: gradients");
    }

    /// <summary>Arguments of an operation for blocks of columns; rows are blocks of one.</summary>
    private sealed class Input
    {
        private readonly int _size;

        public Input(TrainingOperation<T> operation, int size, int columns, int blocks)
        {
            var random = new Random((size * 100) + columns);
            (_size, Columns) = (size, columns);
            var (count, isLog, isShare) = (size * columns * blocks, operation.Name == "LogSoftmaxGradient", operation.Name == "SoftmaxGradient");
            Values = [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(isLog ? -8 * random.NextDouble() : isShare ? random.NextDouble() / size : (random.NextDouble() - 0.5) * 20))];
            if (!isLog && !isShare && columns * blocks > 2)
            {
                // Rows that are not ordinary, among those that are.
                Values[count / 2] = T.NegativeInfinity;
                Values[count - 1] = T.PositiveInfinity;
                Values[0] = T.CreateChecked(60_000);
            }

            Others = operation.Others is null ? [] : [.. Values.Select(_ => T.CreateChecked(random.NextDouble() - (operation.Others == "targets" ? 0 : 0.5)))];
            Labels = operation.HasLabels ? [.. Enumerable.Range(0, columns * blocks).Select(_ => random.Next(size))] : [];
            Folded = operation.Folded is null ? [] : new T[columns * blocks];
            Filled = operation.Filled ? new T[count] : [];
        }

        public int Columns { get; }

        public T[] Values { get; set; }

        public T[] Others { get; set; }

        public int[] Labels { get; set; }

        public T[] Folded { get; set; }

        public T[] Filled { get; set; }

        public (T[] Folded, T[] Filled) Run(TrainingForm<T> form)
        {
            var (folded, filled) = (Folded.ToArray(), Filled.ToArray());
            form(Values, Others, Labels, folded, filled, _size, Columns);
            return (folded, filled);
        }

        /// <summary>The gradient where the values are, or the others; or the one result a row where the values begin.</summary>
        public (T[] Folded, T[] Filled)? RunInPlace(TrainingForm<T> form, int place)
        {
            if ((place == 2 ? Folded : place == 1 && Others.Length == 0 ? [] : Filled).Length == 0)
            {
                return null;
            }

            var count = Folded.Length;
            var folded = place == 2 ? Values.AsSpan(0, count) : Folded;
            var filled = place == 0 ? Values : place == 1 ? Others : Filled;
            form(Values, Others, Labels, folded, filled, _size, Columns);
            return (folded.ToArray(), [.. filled]);
        }

        public (T[] Folded, T[] Filled) RowByRow(TrainingOperation<T> operation)
        {
            var (folded, filled) = (Folded.ToArray(), Filled.ToArray());
            T[] values = new T[_size];
            T[] others = new T[Others.Length == 0 ? 0 : _size];
            T[] gradient = new T[filled.Length == 0 ? 0 : _size];
            T[] one = new T[folded.Length == 0 ? 0 : 1];
            for (var row = 0; row < Values.Length / _size; row++)
            {
                int place(int i) => (((row / Columns * _size) + i) * Columns) + (row % Columns);
                for (var i = 0; i < _size; i++)
                {
                    values[i] = Values[place(i)];
                    if (others.Length > 0)
                    {
                        others[i] = Others[place(i)];
                    }
                }

                operation.Row(values, others, Labels.Length == 0 ? [] : [Labels[row]], one, gradient, _size, 1);
                for (var i = 0; i < gradient.Length; i++)
                {
                    filled[place(i)] = gradient[i];
                }

                if (one.Length > 0)
                {
                    folded[row] = one[0];
                }
            }

            return (folded, filled);
        }
    }
}
