using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary>The logarithms of one row of double: calls, because inlined they would use up what the JIT inlines into a method.</summary>
internal static class DoubleRow
{
    /// <summary>The log-sum-exp less the maximum, from the total of all weights but that of one maximum, at the scale of the second greatest value.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static double LogOfRest(ExactTotal rest, double max, double second) =>
        default(DoubleFormat).LogOfRest(default(DoubleFormat).ToPair(rest), max, second);

    /// <summary>The log-sum-exp, from the same.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static double LogSumExp(ExactTotal rest, double max, double second) =>
        default(DoubleFormat).LogSumExp(default(DoubleFormat).ToPair(rest), max, second);
#if NET8_0_OR_GREATER

    /// <inheritdoc cref="LogOfRest(ExactTotal, double, double)"/>
    /// <remarks>The total's two counts are their bits, as a lane holds them: numbers are handed over in registers, and need not leave them.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static double LogOfRest(double coarse, double fine, double max, double second) =>
        RowMath<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.LogOfRest(ToPair(coarse, fine), Vector128.CreateScalar(max), Vector128.CreateScalar(second)).ToScalar();

    /// <inheritdoc cref="LogSumExp(ExactTotal, double, double)"/>
    /// <inheritdoc cref="LogOfRest(double, double, double, double)" path="/remarks"/>
    [MethodImpl(KernelOptions.Optimized)]
    public static double LogSumExp(double coarse, double fine, double max, double second) =>
        RowMath<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.LogSumExp(ToPair(coarse, fine), Vector128.CreateScalar(max), Vector128.CreateScalar(second)).ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<Vector128<double>> ToPair(double coarse, double fine) =>
        RowMath<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.ToPair(new ExactTotals<Vector128<long>>(Vector128.CreateScalar(coarse).AsInt64(), Vector128.CreateScalar(fine).AsInt64()));
#endif
}
