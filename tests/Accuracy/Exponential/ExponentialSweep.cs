using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Threading;
using System.Threading.Tasks;

namespace SoftKernels.Accuracy.Exponential;

/// <summary>The exponential of every float, or every n-th, that can weigh anything without a shift: from −8330 to 8192.</summary>
internal sealed class ExponentialSweep(uint stride)
{
    /// <summary>In units of 2^-24: docs/numerics.md derives the bounds of all operations from these, and the reference, right to 2^-50, blurs nothing that is seen here.</summary>
    public const double Bound = 1.43;

    /// <summary>The same of weights that are not rounded.</summary>
    public const double UnroundedBound = 0.78;

    private const int BlockLength = 4096;
    private const double UnitRoundoff = 1.0 / (1 << 24);
    private const double WeightUnit = 1L << 44;

    // log 2 in two parts, the first short enough for exact products with any exponent in reach.
    private const double Ln2High = 0.693147180369123816490, Ln2Low = 1.90821492927058770002e-10;

    private static readonly uint MinusZero = BitConverter.SingleToUInt32Bits(-0f);
    private static readonly uint Lowest = BitConverter.SingleToUInt32Bits(-8330f);
    private static readonly uint Highest = BitConverter.SingleToUInt32Bits(8192f);

    private readonly long _count = (((long)Lowest - MinusZero + Highest) / stride) + 1;
    private readonly Lock _gate = new();
    private (double Error, float X) _relative;
    private (double Error, float X) _ulp;
    private (double Error, float X) _unrounded;
    private long _differing;

    public ExponentialResult Run()
    {
        Parallel.For(0, (_count + BlockLength - 1) / BlockLength, () => new Block(), (index, _, block) => See(index, block), Merge);
        return new()
        {
            Values = _count,
            Widths = [.. Width.All.Select(width => width.Name)],
            BitsThatDiffer = _differing,
            RelativeError = _relative.Error,
            RelativeErrorAt = _relative.X,
            Ulp = _ulp.Error,
            UlpAt = _ulp.X,
            Unrounded = _unrounded.Error,
            UnroundedAt = _unrounded.X,
            IsFused = Fma.IsSupported || AdvSimd.Arm64.IsSupported,
        };
    }

    private Block See(long index, Block block)
    {
        // The last block ends with the last value, again and again.
        var start = index * BlockLength;
        for (var i = 0; i < BlockLength; i++)
        {
            var place = Math.Min(start + i, _count - 1) * stride;
            var negative = place + MinusZero;
            block.X[i] = BitConverter.UInt32BitsToSingle((uint)(negative <= Lowest ? negative : negative - Lowest));
        }

        block.Measure();
        return block;
    }

    private void Merge(Block block)
    {
        lock (_gate)
        {
            _relative = Worse(_relative, block.Relative);
            _ulp = Worse(_ulp, block.Ulp);
            _unrounded = Worse(_unrounded, block.Unrounded);
            _differing += block.Differing;
        }
    }

    /// <summary>The greater error; of equal ones that of the greater value, whichever thread saw it.</summary>
    private static (double Error, float X) Worse((double Error, float X) left, (double Error, float X) right) =>
        (right.Error, right.X).CompareTo((left.Error, left.X)) > 0 ? right : left;

    /// <summary>One thread's values and what it has seen so far.</summary>
    private sealed class Block
    {
        private readonly float[] _weights = new float[BlockLength];
        private readonly float[] _others = new float[BlockLength];
        private readonly double[] _counts = new double[BlockLength];

        public float[] X { get; } = new float[BlockLength];

        public (double Error, float X) Relative { get; private set; }

        public (double Error, float X) Ulp { get; private set; }

        public (double Error, float X) Unrounded { get; private set; }

        public long Differing { get; private set; }

        public void Measure()
        {
            Width.All[0].Weigh(X, _weights);
            Width.Count(X, _counts);
            foreach (var width in Width.All.Skip(1))
            {
                width.Weigh(X, _others);
                Differing += Bits(_weights).SequenceEqual(Bits(_others)) ? 0 : CountDiffering();
            }

            for (var i = 0; i < BlockLength; i++)
            {
                var exact = Significand(X[i], _weights[i] / WeightUnit) * WeightUnit;
                var error = float.IsNaN(_weights[i]) ? double.PositiveInfinity : Math.Abs(_weights[i] - exact);
                Relative = Max(Relative, error / exact / UnitRoundoff, X[i]);
                Ulp = Max(Ulp, error / UnitOf(exact), X[i]);
                Unrounded = Max(Unrounded, Math.Abs(_counts[i] - exact) / exact / UnitRoundoff, X[i]);
            }
        }

        /// <summary>e^x without its power of two: that of the two next to √½ or √2 which is meant.</summary>
        private static double Significand(double x, double meant)
        {
            var n = Math.Round(x / Math.Log(2));
            var significand = Math.Exp(x - (n * Ln2High) - (n * Ln2Low));
            return meant > 1.5 * significand ? 2 * significand : meant < 0.75 * significand ? significand / 2 : significand;
        }

        private static (double Error, float X) Max((double Error, float X) worst, double error, float x) =>
            error > worst.Error || (error == worst.Error && x > worst.X) ? (error, x) : worst;

        /// <summary>The float unit of a double's binade; ScaleB would take most of the time.</summary>
        private static double UnitOf(double exact) =>
            BitConverter.UInt64BitsToDouble((BitConverter.DoubleToUInt64Bits(exact) & 0x7FF0_0000_0000_0000) - (23UL << 52));

        private static ReadOnlySpan<int> Bits(float[] values) => MemoryMarshal.Cast<float, int>(values.AsSpan());

        private long CountDiffering() => _weights.Zip(_others).Count(pair => !pair.First.Equals(pair.Second));
    }
}
