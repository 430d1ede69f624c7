using System;
using System.Numerics;
using SoftKernels.Kernels.Tests.Oracle;

namespace SoftKernels.Kernels.Tests.Measure;

/// <summary>
/// Distances in units of the last place of the exact value: its own binade's, also when rounding carries a result over a power
/// of two, and the one fixed unit in the subnormals.
/// </summary>
internal static class Ulp<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The distance from 1 to the next value.</summary>
    public static readonly double Epsilon = double.CreateChecked(T.BitIncrement(T.One) - T.One);

    private static readonly int FractionBits = -Math.ILogB(Epsilon);
    private static readonly int SmallestUnit = Math.ILogB(double.CreateChecked(T.Epsilon));
    private static readonly int MaxExponent = Math.ILogB(double.CreateChecked(T.BitDecrement(T.PositiveInfinity)));

    /// <summary>The unit of a value of this size.</summary>
    public static double Of(double magnitude) => Math.ScaleB(1, UnitOf(magnitude));

    /// <summary>How far a result is from the exact value, in units of the exact value or of something larger.</summary>
    public static double Error(T actual, Reference exact, double magnitude = 0)
    {
        if (T.IsNaN(actual))
        {
            return double.PositiveInfinity;
        }

        // What is far below a unit counts as 0; without a limit the scaled unit would overflow.
        var unit = Math.Max(UnitOf(exact.Scale), UnitOf(magnitude));
        var scale = Math.Max(exact.Scale, unit - 2 * FractionBits);
        return Distance(actual, exact, scale) / Math.ScaleB(1, unit - scale);
    }

    /// <summary>|actual − exact|·2^−scale.</summary>
    private static double Distance(T actual, Reference exact, int scale)
    {
        var high = Math.ScaleB(exact.High, exact.Scale - scale);
        var low = Math.ScaleB(exact.Low, exact.Scale - scale);
        if (T.IsFinite(actual))
        {
            return Math.Abs(Math.ScaleB(double.CreateChecked(actual), -scale) - high - low);
        }

        // An infinity stands for the first power of two out of range, and is right for everything beyond it.
        var limit = Math.ScaleB(1, MaxExponent + 1 - scale);
        var reached = Math.Abs(high + low);
        return T.IsNegative(actual) == high < 0 ? Math.Max(0, limit - reached) : limit + reached;
    }

    /// <summary>The unit's exponent, for a value of this size or this binade.</summary>
    private static int UnitOf(double magnitude) => magnitude == 0 ? SmallestUnit : UnitOf(Math.ILogB(magnitude));

    private static int UnitOf(int binade) => Math.Max(binade - FractionBits, SmallestUnit);
}
