using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary>The logarithms of one row of float: calls, because inlined they would use up what the JIT inlines into a method.</summary>
internal static class SingleRow
{
    /// <summary>The log-sum-exp less the maximum, from the total of all weights but that of one maximum, at the scale of the second greatest value.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static float LogOfRest(ExactTotal rest, float max, float second) =>
        default(SingleFormat).LogOfRest(default(SingleFormat).ToPair(rest), max, second);

    /// <summary>The log-sum-exp, from the same.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static float LogSumExp(ExactTotal rest, float max, float second) =>
        default(SingleFormat).LogSumExp(default(SingleFormat).ToPair(rest), max, second);
#if NET8_0_OR_GREATER

    /// <inheritdoc cref="LogOfRest(ExactTotal, float, float)"/>
    /// <remarks>The total's two counts are their bits, as a lane holds them: numbers are handed over in registers, and need not leave them.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static float LogOfRest(float coarse, float fine, float max, float second) =>
        RowMath<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.LogOfRest(ToPair(coarse, fine), Vector128.CreateScalar(max), Vector128.CreateScalar(second)).ToScalar();

    /// <inheritdoc cref="LogSumExp(ExactTotal, float, float)"/>
    /// <inheritdoc cref="LogOfRest(float, float, float, float)" path="/remarks"/>
    [MethodImpl(KernelOptions.Optimized)]
    public static float LogSumExp(float coarse, float fine, float max, float second) =>
        RowMath<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.LogSumExp(ToPair(coarse, fine), Vector128.CreateScalar(max), Vector128.CreateScalar(second)).ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<Vector128<float>> ToPair(float coarse, float fine) =>
        RowMath<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.ToPair(new ExactTotals<Vector128<int>>(Vector128.CreateScalar(coarse).AsInt32(), Vector128.CreateScalar(fine).AsInt32()));
#endif
}
