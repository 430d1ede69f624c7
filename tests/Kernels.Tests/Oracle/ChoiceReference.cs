using System;
using System.Linq;
using System.Numerics;
using SoftKernels.Numerics;

namespace SoftKernels.Kernels.Tests.Oracle;

/// <summary>Choosing as it is defined, with a sort and with integers of any size.</summary>
internal static class ChoiceReference<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>NaN before everything, then the greater value, then the lower index.</summary>
    public static int[] TopK(T[] values, int k) =>
    [
        .. Enumerable.Range(0, values.Length)
            .OrderByDescending(i => T.IsNaN(values[i]))
            .ThenByDescending(i => T.IsNaN(values[i]) ? T.Zero : values[i])
            .ThenBy(i => i)
            .Take(k),
    ];

    /// <summary>The weights of an ordinary row, by one value at a time, in units of the fine grid.</summary>
    public static BigInteger[] Weights(T[] row)
    {
        if (typeof(T) == typeof(float))
        {
            var lanes = Registers.Single;
            var max = row.Max(value => float.CreateChecked(value));
            return [.. row.Select(value => Rounded(lanes.Weight(float.CreateChecked(value), lanes.Scale(max), lanes.Lowest(max))))];
        }

        var numbers = Registers.Double;
        var greatest = row.Max(value => double.CreateChecked(value));
        return [.. row.Select(value => Rounded(numbers.Weight(double.CreateChecked(value), numbers.Scale(greatest), numbers.Lowest(greatest))))];
    }

    /// <summary>The first whose cumulative weight is above u·S: fractions, not doubles.</summary>
    public static int Sample(BigInteger[] weights, double uniform)
    {
        var total = weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
        var (significand, shift) = Fraction(uniform);
        var sum = BigInteger.Zero;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
            if (sum << shift > significand * total)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Numbers to draw by: about each boundary of the cumulative weights the nearest three, and the ends.</summary>
    public static double[] Boundaries(BigInteger[] weights)
    {
        var total = weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
        var sum = BigInteger.Zero;
        return
        [
            0, double.Epsilon, 1e-300, Math.BitDecrement(1), Math.BitDecrement(Math.BitDecrement(1)),
            .. weights.SelectMany(weight =>
            {
                sum += weight;
                var boundary = (double)((sum << 80) / total) / Math.Pow(2, 80);
                return new[] { boundary, Math.BitDecrement(boundary), Math.BitIncrement(boundary) };
            }).Where(uniform => uniform is >= 0 and < 1),
        ];
    }

    private static BigInteger Rounded(double weight) => new(Math.Round(weight, MidpointRounding.ToEven));

    private static (BigInteger Significand, int Shift) Fraction(double uniform)
    {
        var bits = BitConverter.DoubleToInt64Bits(uniform);
        var exponent = (int)(bits >> 52);
        var fraction = bits & ((1L << 52) - 1);
        return exponent == 0 ? (fraction, 1074) : (fraction | (1L << 52), 1075 - exponent);
    }
}
