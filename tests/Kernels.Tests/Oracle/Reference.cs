using System;

namespace SoftKernels.Kernels.Tests.Oracle;

/// <summary>
/// A value known far beyond the precision under test: (High + Low)·2^Scale with |High| in [1, 2).
/// The scale stands apart so that nothing is lost where results are subnormal or out of range.
/// </summary>
internal readonly record struct Reference(double High, double Low, int Scale)
{
    public static readonly Reference Zero = new(0, 0, int.MinValue / 2);

    public static Reference Of(double value) => Of(value, 0, 0);

    public static Reference Of(double high, double low, int scale)
    {
        if (high == 0)
        {
            return Zero;
        }

        var exponent = Math.ILogB(high);
        // A low part of the other sign puts the value below the power of two that the high part reached.
        if (low != 0 && Math.Sign(low) != Math.Sign(high) && Math.Abs(high) == Math.ScaleB(1, exponent))
        {
            exponent--;
        }

        return new(Math.ScaleB(high, -exponent), Math.ScaleB(low, -exponent), exponent + scale);
    }

    /// <summary>The nearest double, for reports.</summary>
    public double ToDouble() => Math.ScaleB(High + Low, Scale);
}
