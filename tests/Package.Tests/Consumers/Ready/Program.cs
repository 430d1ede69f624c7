using System;

namespace Consumers
{
    /// <summary>Calls every method once, of one row and of rows: what the JIT compiles for that, the runtime lists where the test asks it to.</summary>
    internal static class Program
    {
        // So many rows fill every register, and leave some over.
        private const int Rows = 37;

        private static readonly int[] Indices = new int[Rows];

        private static void Main()
        {
            OfSingles(new float[1000 * Rows], new float[1000 * Rows]);
            OfDoubles(new double[1000 * Rows], new double[1000 * Rows]);
            Console.WriteLine("called");
        }

        private static void OfSingles(Span<float> values, Span<float> results)
        {
            // Ties and absent values too: they take ways of their own.
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = i % 13;
            }

            values[3] = float.NegativeInfinity;

            Singles.Softmax4(values.Slice(0, 4), results.Slice(0, 4));
            Singles.Softmax4Rows(values.Slice(0, 4 * Rows), results.Slice(0, 4 * Rows));
            Singles.LogSoftmax4(values.Slice(0, 4), results.Slice(0, 4));
            Singles.LogSoftmax4Rows(values.Slice(0, 4 * Rows), results.Slice(0, 4 * Rows));
            results[0] = Singles.LogSumExp4(values.Slice(0, 4));
            Singles.LogSumExp4Rows(values.Slice(0, 4 * Rows), results.Slice(0, Rows));
            results[0] = Singles.Max4(values.Slice(0, 4));
            Singles.Max4Rows(values.Slice(0, 4 * Rows), results.Slice(0, Rows));
            Indices[0] = Singles.ArgMax4(values.Slice(0, 4));
            Singles.ArgMax4Rows(values.Slice(0, 4 * Rows), Indices);
            Singles.HardMax4(values.Slice(0, 4), results.Slice(0, 4));
            Singles.HardMax4Rows(values.Slice(0, 4 * Rows), results.Slice(0, 4 * Rows));

            Singles.Softmax10(values.Slice(0, 10), results.Slice(0, 10));
            Singles.Softmax10Rows(values.Slice(0, 10 * Rows), results.Slice(0, 10 * Rows));
            Singles.LogSoftmax10(values.Slice(0, 10), results.Slice(0, 10));
            Singles.LogSoftmax10Rows(values.Slice(0, 10 * Rows), results.Slice(0, 10 * Rows));
            results[0] = Singles.LogSumExp10(values.Slice(0, 10));
            Singles.LogSumExp10Rows(values.Slice(0, 10 * Rows), results.Slice(0, Rows));
            results[0] = Singles.Max10(values.Slice(0, 10));
            Singles.Max10Rows(values.Slice(0, 10 * Rows), results.Slice(0, Rows));
            Indices[0] = Singles.ArgMax10(values.Slice(0, 10));
            Singles.ArgMax10Rows(values.Slice(0, 10 * Rows), Indices);
            Singles.HardMax10(values.Slice(0, 10), results.Slice(0, 10));
            Singles.HardMax10Rows(values.Slice(0, 10 * Rows), results.Slice(0, 10 * Rows));

            Singles.Softmax64(values.Slice(0, 64), results.Slice(0, 64));
            Singles.Softmax64Rows(values.Slice(0, 64 * Rows), results.Slice(0, 64 * Rows));
            Singles.LogSoftmax64(values.Slice(0, 64), results.Slice(0, 64));
            Singles.LogSoftmax64Rows(values.Slice(0, 64 * Rows), results.Slice(0, 64 * Rows));
            results[0] = Singles.LogSumExp64(values.Slice(0, 64));
            Singles.LogSumExp64Rows(values.Slice(0, 64 * Rows), results.Slice(0, Rows));
            results[0] = Singles.Max64(values.Slice(0, 64));
            Singles.Max64Rows(values.Slice(0, 64 * Rows), results.Slice(0, Rows));
            Indices[0] = Singles.ArgMax64(values.Slice(0, 64));
            Singles.ArgMax64Rows(values.Slice(0, 64 * Rows), Indices);
            Singles.HardMax64(values.Slice(0, 64), results.Slice(0, 64));
            Singles.HardMax64Rows(values.Slice(0, 64 * Rows), results.Slice(0, 64 * Rows));

            Singles.Softmax1000(values.Slice(0, 1000), results.Slice(0, 1000));
            Singles.Softmax1000Rows(values.Slice(0, 1000 * Rows), results.Slice(0, 1000 * Rows));
            Singles.LogSoftmax1000(values.Slice(0, 1000), results.Slice(0, 1000));
            Singles.LogSoftmax1000Rows(values.Slice(0, 1000 * Rows), results.Slice(0, 1000 * Rows));
            results[0] = Singles.LogSumExp1000(values.Slice(0, 1000));
            Singles.LogSumExp1000Rows(values.Slice(0, 1000 * Rows), results.Slice(0, Rows));
            results[0] = Singles.Max1000(values.Slice(0, 1000));
            Singles.Max1000Rows(values.Slice(0, 1000 * Rows), results.Slice(0, Rows));
            Indices[0] = Singles.ArgMax1000(values.Slice(0, 1000));
            Singles.ArgMax1000Rows(values.Slice(0, 1000 * Rows), Indices);
            Singles.HardMax1000(values.Slice(0, 1000), results.Slice(0, 1000));
            Singles.HardMax1000Rows(values.Slice(0, 1000 * Rows), results.Slice(0, 1000 * Rows));
        }

        private static void OfDoubles(Span<double> values, Span<double> results)
        {
            // Ties and absent values too: they take ways of their own.
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = i % 13;
            }

            values[3] = double.NegativeInfinity;

            Doubles.Softmax4(values.Slice(0, 4), results.Slice(0, 4));
            Doubles.Softmax4Rows(values.Slice(0, 4 * Rows), results.Slice(0, 4 * Rows));
            Doubles.LogSoftmax4(values.Slice(0, 4), results.Slice(0, 4));
            Doubles.LogSoftmax4Rows(values.Slice(0, 4 * Rows), results.Slice(0, 4 * Rows));
            results[0] = Doubles.LogSumExp4(values.Slice(0, 4));
            Doubles.LogSumExp4Rows(values.Slice(0, 4 * Rows), results.Slice(0, Rows));
            results[0] = Doubles.Max4(values.Slice(0, 4));
            Doubles.Max4Rows(values.Slice(0, 4 * Rows), results.Slice(0, Rows));
            Indices[0] = Doubles.ArgMax4(values.Slice(0, 4));
            Doubles.ArgMax4Rows(values.Slice(0, 4 * Rows), Indices);
            Doubles.HardMax4(values.Slice(0, 4), results.Slice(0, 4));
            Doubles.HardMax4Rows(values.Slice(0, 4 * Rows), results.Slice(0, 4 * Rows));

            Doubles.Softmax10(values.Slice(0, 10), results.Slice(0, 10));
            Doubles.Softmax10Rows(values.Slice(0, 10 * Rows), results.Slice(0, 10 * Rows));
            Doubles.LogSoftmax10(values.Slice(0, 10), results.Slice(0, 10));
            Doubles.LogSoftmax10Rows(values.Slice(0, 10 * Rows), results.Slice(0, 10 * Rows));
            results[0] = Doubles.LogSumExp10(values.Slice(0, 10));
            Doubles.LogSumExp10Rows(values.Slice(0, 10 * Rows), results.Slice(0, Rows));
            results[0] = Doubles.Max10(values.Slice(0, 10));
            Doubles.Max10Rows(values.Slice(0, 10 * Rows), results.Slice(0, Rows));
            Indices[0] = Doubles.ArgMax10(values.Slice(0, 10));
            Doubles.ArgMax10Rows(values.Slice(0, 10 * Rows), Indices);
            Doubles.HardMax10(values.Slice(0, 10), results.Slice(0, 10));
            Doubles.HardMax10Rows(values.Slice(0, 10 * Rows), results.Slice(0, 10 * Rows));

            Doubles.Softmax64(values.Slice(0, 64), results.Slice(0, 64));
            Doubles.Softmax64Rows(values.Slice(0, 64 * Rows), results.Slice(0, 64 * Rows));
            Doubles.LogSoftmax64(values.Slice(0, 64), results.Slice(0, 64));
            Doubles.LogSoftmax64Rows(values.Slice(0, 64 * Rows), results.Slice(0, 64 * Rows));
            results[0] = Doubles.LogSumExp64(values.Slice(0, 64));
            Doubles.LogSumExp64Rows(values.Slice(0, 64 * Rows), results.Slice(0, Rows));
            results[0] = Doubles.Max64(values.Slice(0, 64));
            Doubles.Max64Rows(values.Slice(0, 64 * Rows), results.Slice(0, Rows));
            Indices[0] = Doubles.ArgMax64(values.Slice(0, 64));
            Doubles.ArgMax64Rows(values.Slice(0, 64 * Rows), Indices);
            Doubles.HardMax64(values.Slice(0, 64), results.Slice(0, 64));
            Doubles.HardMax64Rows(values.Slice(0, 64 * Rows), results.Slice(0, 64 * Rows));

            Doubles.Softmax1000(values.Slice(0, 1000), results.Slice(0, 1000));
            Doubles.Softmax1000Rows(values.Slice(0, 1000 * Rows), results.Slice(0, 1000 * Rows));
            Doubles.LogSoftmax1000(values.Slice(0, 1000), results.Slice(0, 1000));
            Doubles.LogSoftmax1000Rows(values.Slice(0, 1000 * Rows), results.Slice(0, 1000 * Rows));
            results[0] = Doubles.LogSumExp1000(values.Slice(0, 1000));
            Doubles.LogSumExp1000Rows(values.Slice(0, 1000 * Rows), results.Slice(0, Rows));
            results[0] = Doubles.Max1000(values.Slice(0, 1000));
            Doubles.Max1000Rows(values.Slice(0, 1000 * Rows), results.Slice(0, Rows));
            Indices[0] = Doubles.ArgMax1000(values.Slice(0, 1000));
            Doubles.ArgMax1000Rows(values.Slice(0, 1000 * Rows), Indices);
            Doubles.HardMax1000(values.Slice(0, 1000), results.Slice(0, 1000));
            Doubles.HardMax1000Rows(values.Slice(0, 1000 * Rows), results.Slice(0, 1000 * Rows));
        }
    }
}
