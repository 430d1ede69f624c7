using System.ComponentModel;

namespace SoftKernels.Numerics;

/// <summary>What generated methods call once a row of double. Called by generated code; not meant for yours.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DoubleRow
{
    /// <summary>Σ exp(xᵢ − max) over all values but one maximum, from their total at the scale of the second greatest.</summary>
    public static double RestRelativeToMax(ExactTotal rest, double max, double second) =>
        default(DoubleFormat).RestRelativeToMax(default(DoubleFormat).ToPair(rest), max, second);

    /// <summary>log(1 + rest).</summary>
    public static double Log1p(double rest) => default(DoubleFormat).Log1p(rest);

    /// <summary>max + log(1 + rest): the log-sum-exp.</summary>
    public static double MaxPlusLog1p(double max, double rest) => default(DoubleFormat).MaxPlusLog1p(max, rest);

    /// <summary>The value, +0 for −0.</summary>
    public static double PlusZero(double value) => value + 0;
}
