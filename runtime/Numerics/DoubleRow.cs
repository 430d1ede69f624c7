using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>What generated methods call once a row of double. Called by generated code; not meant for yours.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DoubleRow
{
    /// <summary>The log-sum-exp less the maximum, from the total of all weights but that of one maximum, at the scale of the second greatest value.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static double LogOfRest(ExactTotal rest, double max, double second) =>
        default(DoubleFormat).LogOfRest(default(DoubleFormat).ToPair(rest), max, second);

    /// <summary>The log-sum-exp, from the same.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static double LogSumExp(ExactTotal rest, double max, double second) =>
        default(DoubleFormat).LogSumExp(default(DoubleFormat).ToPair(rest), max, second);

    /// <summary>The value, +0 for −0.</summary>
    public static double PlusZero(double value) => value + 0;
}
