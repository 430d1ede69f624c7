using System;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using SoftKernels;

namespace Consumers
{
    internal delegate void Kernel<T, TResult>(ReadOnlySpan<T> values, Span<TResult> results);

    /// <summary>Compares every generated method of <see cref="Kernels"/> with the golden file: to the bit, or within twice the promised error.</summary>
    public sealed class Check
    {
        // So many rows fill every register, and leave some over.
        private const int Rows = 37;
        private const ulong TwicePromised = 8;

        private static readonly Format<float> Single = new Format<float>(0x7F800000);
        private static readonly Format<double> Double = new Format<double>(0x7FF0000000000000);
        private static readonly Format<int> Integer = new Format<int>(int.MaxValue);

        private readonly GoldenFile _golden;
        private int _compared;
        private int _differing;
        private ulong _farthest;

        private Check(GoldenFile golden)
        {
            _golden = golden;
        }

        /// <summary>The program of a consumer: the path of the golden file and "bits" or "bounds". Returns its exit code.</summary>
        public static int Run(string[] args)
        {
            var check = new Check(new GoldenFile(args[0]));
            check.Singles();
            check.Doubles();
            check.Lengths(300, Kernels.Softmax300, Kernels.LogSoftmax300, x => Kernels.LogSumExp300(x));
            check.Lengths(5000, Kernels.Softmax5000, Kernels.LogSoftmax5000, x => Kernels.LogSumExp5000(x));

#if NET8_0_OR_GREATER
            check.OfHalf();
#endif
            Console.WriteLine(string.Format(
                CultureInfo.InvariantCulture,
                "{0}: {1} results, {2} with other bits, at most {3} ULP away{4}",
                RuntimeInformation.FrameworkDescription,
                check._compared,
                check._differing,
                check._farthest,
                Registers()));
            bool passed = args[1] == "bits" ? check._differing == 0 : check._farthest <= TwicePromised;
            return passed ? 0 : 1;
        }

        private static string Registers()
        {
#if NET8_0_OR_GREATER
            return $"; {(System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? 512 : System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? 256 : 128)} bits, "
                + (System.Runtime.Intrinsics.X86.Fma.IsSupported || System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported ? "fused" : "not fused");
#else
            return "";
#endif
        }

        private void Singles()
        {
            Compare("Softmax", "float 3", Kernels.Softmax3, Kernels.Softmax3Rows, Single, Single);
            Compare("LogSoftmax", "float 3", Kernels.LogSoftmax3, Kernels.LogSoftmax3Rows, Single, Single);
            Compare("LogSumExp", "float 3", (x, y) => y[0] = Kernels.LogSumExp3(x), Kernels.LogSumExp3Rows, Single, Single);
            Compare("ArgMax", "float 3", (x, y) => y[0] = Kernels.ArgMax3(x), Kernels.ArgMax3Rows, Single, Integer);
            Compare("Softmax", "float 10", Kernels.Softmax10, Kernels.Softmax10Rows, Single, Single);
            Compare("LogSoftmax", "float 10", Kernels.LogSoftmax10, Kernels.LogSoftmax10Rows, Single, Single);
            Compare("HardMax", "float 10", Kernels.HardMax10, Kernels.HardMax10Rows, Single, Single);
            Compare("LogSumExp", "float 10", (x, y) => y[0] = Kernels.LogSumExp10(x), Kernels.LogSumExp10Rows, Single, Single);
            Compare("Max", "float 10", (x, y) => y[0] = Kernels.Max10(x), Kernels.Max10Rows, Single, Single);
            Compare("ArgMax", "float 10", (x, y) => y[0] = Kernels.ArgMax10(x), Kernels.ArgMax10Rows, Single, Integer);
            Compare("Softmax", "float 16", Kernels.Softmax16, Kernels.Softmax16Rows, Single, Single);
            Compare("LogSumExp", "float 16", (x, y) => y[0] = Kernels.LogSumExp16(x), Kernels.LogSumExp16Rows, Single, Single);
        }

#if NET8_0_OR_GREATER
        /// <summary>The results of floats, rounded.</summary>
        private void OfHalf()
        {
            var wide = new float[Rows * 300];
            var narrow = new Half[wide.Length];
            var results = new Half[wide.Length];
            for (int i = 0; i < wide.Length; i++)
            {
                narrow[i] = (Half)(((i * 37) % 101 - 50) / 8f);
                wide[i] = (float)narrow[i];
            }

            Halves.Softmax300Rows(narrow, results);
            Kernels.Softmax300Rows(wide, wide);
            for (int i = 0; i < wide.Length; i++)
            {
                _compared++;
                if (results[i] != (Half)wide[i])
                {
                    _differing++;
                    _farthest = ulong.MaxValue;
                }
            }

            Halves.HardMax10(narrow.AsSpan(0, 10), results.AsSpan(0, 10));
            int index = Halves.ArgMax10(narrow.AsSpan(0, 10));
            _differing += results[index] == (Half)1 && Halves.Max10(narrow.AsSpan(0, 10)) == narrow[index] ? 0 : 1;
        }
#endif

        private void Doubles()
        {
            Compare("Softmax", "double 10", Kernels.Softmax10, Kernels.Softmax10Rows, Double, Double);
            Compare("LogSoftmax", "double 10", Kernels.LogSoftmax10, Kernels.LogSoftmax10Rows, Double, Double);
            Compare("HardMax", "double 10", Kernels.HardMax10, Kernels.HardMax10Rows, Double, Double);
            Compare("LogSumExp", "double 10", (x, y) => y[0] = Kernels.LogSumExp10(x), Kernels.LogSumExp10Rows, Double, Double);
            Compare("Max", "double 10", (x, y) => y[0] = Kernels.Max10(x), Kernels.Max10Rows, Double, Double);
            Compare("ArgMax", "double 10", (x, y) => y[0] = Kernels.ArgMax10(x), Kernels.ArgMax10Rows, Double, Integer);
        }

        private void Compare<T, TResult>(string operation, string shape, Kernel<T, TResult> row, Kernel<T, TResult> rows, Format<T> format, Format<TResult> resultFormat)
            where T : struct
            where TResult : struct
        {
            foreach (string group in _golden.Groups(shape))
            {
                T[] values = format.Values(_golden.Row("inputs", shape, group));
                ulong[] expected = _golden.Row(operation, shape, group);

                var results = new TResult[expected.Length];
                row(values, results);
                Compare(expected, results, resultFormat);

                var batch = Enumerable.Repeat(values, Rows).SelectMany(x => x).ToArray();
                var batchResults = new TResult[Rows * expected.Length];
                rows(batch, batchResults);
                Compare(Enumerable.Repeat(expected, Rows).SelectMany(word => word).ToArray(), batchResults, resultFormat);
            }
        }

        /// <summary>Sizes that the golden file has no row of in full: the generated methods against the fallback.</summary>
        private void Lengths(int n, Kernel<float, float> softmax, Kernel<float, float> logSoftmax, Func<float[], float> logSumExp)
        {
            float[] values = Enumerable.Range(0, n).Select(i => (i * 7919 % 1009) / 64f - 8).ToArray();
            var expected = new float[n];
            var results = new float[n];

            SoftMath.Softmax(values, expected);
            softmax(values, results);
            Compare(expected.Select(Single.Word).ToArray(), results, Single);

            SoftMath.LogSoftmax(values, expected);
            logSoftmax(values, results);
            Compare(expected.Select(Single.Word).ToArray(), results, Single);

            Compare(new[] { Single.Word(SoftMath.LogSumExp(values)) }, new[] { logSumExp(values) }, Single);
        }

        private void Compare<T>(ulong[] expected, T[] results, Format<T> format)
            where T : struct
        {
            for (int i = 0; i < expected.Length; i++)
            {
                ulong word = format.Word(results[i]);
                _compared++;
                _differing += word == expected[i] ? 0 : 1;
                _farthest = Math.Max(_farthest, format.Distance(word, expected[i]));
            }
        }
    }
}
