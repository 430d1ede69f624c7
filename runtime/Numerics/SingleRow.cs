using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>What generated methods call once a row of float. Called by generated code; not meant for yours.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SingleRow
{
    /// <summary>The log-sum-exp less the maximum, from the total of all weights but that of one maximum, at the scale of the second greatest value.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static float LogOfRest(ExactTotal rest, float max, float second) =>
        default(SingleFormat).LogOfRest(default(SingleFormat).ToPair(rest), max, second);

    /// <summary>The log-sum-exp, from the same.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static float LogSumExp(ExactTotal rest, float max, float second) =>
        default(SingleFormat).LogSumExp(default(SingleFormat).ToPair(rest), max, second);

    /// <summary>The value, +0 for −0.</summary>
    public static float PlusZero(float value) => value + 0;
}
