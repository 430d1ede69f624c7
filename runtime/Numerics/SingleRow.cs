using System.ComponentModel;

namespace SoftKernels.Numerics;

/// <summary>What generated methods call once a row of float. Called by generated code; not meant for yours.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SingleRow
{
    /// <summary>Σ exp(xᵢ − max) over all values but one maximum, from their total at the scale of the second greatest.</summary>
    public static float RestRelativeToMax(ExactTotal rest, float max, float second) =>
        default(SingleFormat).RestRelativeToMax(default(SingleFormat).ToPair(rest), max, second);

    /// <summary>log(1 + rest).</summary>
    public static float Log1p(float rest) => default(SingleFormat).Log1p(rest);

    /// <summary>max + log(1 + rest): the log-sum-exp.</summary>
    public static float MaxPlusLog1p(float max, float rest) => default(SingleFormat).MaxPlusLog1p(max, rest);

    /// <summary>The value, +0 for −0.</summary>
    public static float PlusZero(float value) => value + 0;
}
