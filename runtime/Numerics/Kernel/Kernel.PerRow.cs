using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <remarks>
/// What is computed once a row, from the row's maximum and its sum of weights; for as many rows as a register has lanes. The logarithms
/// are calls, of the lanes: inlined, they would use up the locals that the JIT allows a method, and the helpers after them would be calls.
/// </remarks>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>1 / total, lane by lane, as a sum of two: a power of two near it, and what is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Reciprocal(ExactTotals<TBits> totals, out TVector power) => default(TLanes).Reciprocal(totals, out power);

    /// <summary>1 / total, in every lane, as a sum of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Reciprocal(RegisterTotal total, out TVector power)
    {
        TLanes lanes = default;
        TFormat format = default;
        T left = format.Reciprocal(
            typeof(T) == typeof(float) ? new Pair<double> { High = total.Sum } : format.ToPair(new ExactTotal(total.Coarse, total.Fine)), out T nearest);
        power = lanes.Create(nearest);
        return lanes.Create(left);
    }

    /// <inheritdoc cref="Reciprocal(RegisterTotal, out TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Reciprocal(ExactTotal total, out TVector power)
    {
        TLanes lanes = default;
        TFormat format = default;
        T left = format.Reciprocal(format.ToPair(total), out T nearest);
        power = lanes.Create(nearest);
        return lanes.Create(left);
    }

    /// <summary>weight · (power + left), rounded once where multiply and add are fused: the product with a power of two is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Share(TVector weights, TVector left, TVector power)
    {
        TLanes lanes = default;
        TVector shares = lanes.MultiplyAdd(weights, left, lanes.Multiply(weights, power));

        // What is left is negative there, and of a weight next to nothing it is all there is: −0.
        return Fma.IsSupported || AdvSimd.Arm64.IsSupported ? shares : PlusZero(shares);
    }

    /// <summary>log-sum-exp − max: log(1 + s), s = Σ exp(xᵢ − max) over all values but one maximum; lane by lane.</summary>
    /// <param name="rest">The weights of those values, summed at the scale of <paramref name="second"/>: so they keep their digits however small they are.</param>
    /// <param name="max">The maximum.</param>
    /// <param name="second">The greatest value but that one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector LogOfRest(ExactTotals<TBits> rest, TVector max, TVector second) => default(TLanes).LogOfRest(rest, max, Exponent(second));

    /// <summary>log-sum-exp, lane by lane.</summary>
    /// <inheritdoc cref="LogOfRest(ExactTotals{TBits}, TVector, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector LogSumExp(ExactTotals<TBits> rest, TVector max, TVector second) => default(TLanes).LogSumExp(rest, max, Exponent(second));

    /// <summary>log-sum-exp − max of one row, whose values every lane has, in every lane.</summary>
    /// <inheritdoc cref="LogOfRest(ExactTotals{TBits}, TVector, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector LogOfRestOfRow(ExactTotals<TBits> rest, TVector max, TVector second)
    {
        TLanes lanes = default;
        double total = lanes.FirstTotal(rest, out double low);
        return lanes.Create(default(TFormat).LogOfRest(total, low, lanes.ToScalar(max), lanes.ToScalar(Exponent(second))));
    }

    /// <summary>log-sum-exp of one row, whose values every lane has, in every lane.</summary>
    /// <inheritdoc cref="LogOfRestOfRow"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector LogSumExpOfRow(ExactTotals<TBits> rest, TVector max, TVector second)
    {
        TLanes lanes = default;
        double total = lanes.FirstTotal(rest, out double low);
        return lanes.Create(default(TFormat).LogSumExp(total, low, lanes.ToScalar(max), lanes.ToScalar(Exponent(second))));
    }
}
