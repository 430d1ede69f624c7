using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

public abstract partial class KernelSuite<T>
{
    private const byte Untouched = 0xA5;

    [Fact]
    [On(Hardware.Every)]
    public void A_row_takes_exactly_N_values()
    {
        foreach (var operation in Operations)
        {
            var n = operation.Size;
            foreach (var given in new[] { 0, n - 1, n + 1, 2 * n }.Distinct())
            {
                AssertLengthRefused(operation, operation.Row, given, operation.ResultsPerRow, operation.Kind.Source, given, n);
                if (operation.IsElementwise)
                {
                    AssertLengthRefused(operation, operation.Row, n, given, operation.Kind.Results, given, n);
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Rows_take_a_multiple_of_N_and_room_for_exactly_their_results()
    {
        foreach (var operation in Operations)
        {
            var n = operation.Size;
            foreach (var given in new[] { 1, n - 1, n + 1, 3 * n - 1 }.Where(given => given % n != 0))
            {
                var results = operation.IsElementwise ? given : given / n;
                AssertRefused(operation, operation.Rows, given, results, (call, what) => Refusal.AssertRows(call, what, operation.Kind.Source, given, n));
            }

            foreach (var rows in new[] { 0, 1, 3 })
            {
                var needed = rows * operation.ResultsPerRow;
                foreach (var given in new[] { 0, needed - 1, needed + 1, needed + n }.Where(given => given >= 0 && given != needed))
                {
                    AssertLengthRefused(operation, operation.Rows, rows * n, given, operation.Kind.Results, given, needed);
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Any_length_takes_a_destination_as_long_as_the_source()
    {
        foreach (var operation in Operations.Where(operation => operation.IsElementwise))
        {
            var n = operation.Size;
            foreach (var given in new[] { 0, n - 1, n + 1 })
            {
                AssertLengthRefused(operation, operation.AnyLength, n, given, operation.Kind.Results, given, n);
                AssertLengthRefused(operation, operation.Fallback, n, given, operation.Kind.Results, given, n);
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void No_rows_are_no_work()
    {
        foreach (var operation in Operations)
        {
            T[] values = [T.One];
            byte[] results = [Untouched];

            operation.Rows(values.AsSpan(0, 0), results.AsSpan(0, 0));

            Assert.Equal([T.One], values);
            Assert.Equal([Untouched], results);
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void An_empty_row_of_any_length_is_an_empty_sum()
    {
        var kernel = Kernels[0];
        foreach (var (logSumExp, max, argMax) in new[]
        {
            (kernel.LogSumExp.AnyLength, kernel.Max.AnyLength, kernel.ArgMax.AnyLength),
            (kernel.LogSumExp.Fallback, kernel.Max.Fallback, kernel.ArgMax.Fallback),
        })
        {
            var value = new T[1];
            logSumExp([], MemoryMarshal.AsBytes(value.AsSpan()));
            Assert.Equal(T.NegativeInfinity, value[0]);

            var index = new int[1];
            argMax([], MemoryMarshal.AsBytes(index.AsSpan()));
            Assert.Equal(-1, index[0]);

            Refusal.AssertEmpty(() => max([], new byte[Unsafe.SizeOf<T>()]), "the maximum of no values", "values");
        }

        foreach (var form in new[] { kernel.Softmax, kernel.LogSoftmax, kernel.HardMax }.SelectMany(operation => operation.RowlessForms))
        {
            T[] values = [T.One];
            byte[] results = [Untouched];

            form.Run(values.AsSpan(0, 0), results.AsSpan(0, 0));

            Assert.Equal([T.One], values);
            Assert.Equal([Untouched], results);
        }
    }

    private static void AssertLengthRefused(Operation<T> operation, Form<T> form, int source, int results, string parameter, int given, int needed) =>
        AssertRefused(operation, form, source, results, (call, what) => Refusal.AssertLength(call, what, parameter, given, needed));

    private static void AssertRefused(Operation<T> operation, Form<T> form, int source, int results, Action<Action, string> assert)
    {
        var destination = new byte[results * operation.BytesPerResult];
        destination.AsSpan().Fill(Untouched);
        var what = $"{operation.Kind.Name}, N = {operation.Size}, {source} values into {results}";

        assert(() => form(new T[source], destination), what);

        Assert.False(destination.AsSpan().ContainsAnyExcept(Untouched), $"{what}: something was written.");
    }
}
