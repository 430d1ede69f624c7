using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

internal static partial class RowKernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(KernelOptions.Optimized)]
    public static T LogSumExp(ReadOnlySpan<T> values)
    {
        TFormat format = default;
        (T max, T shift, T second, Pair<T> others) = SumRest(values, out bool isSpecial);
        return isSpecial ? max : shift.Equals(format.Zero)
            ? format.LogSumExp(others, max, second)
            : format.PlusZero(format.Add(max, format.LogOfRest(others, format.Zero, second)));
    }

    [MethodImpl(KernelOptions.Optimized)]
    public static void LogSoftmax(ReadOnlySpan<T> logits, Span<T> logProbabilities)
    {
        TLanes lanes = default;
        TFormat format = default;
        (T max, T shift, T second, Pair<T> others) = SumRest(logits, out bool isSpecial);
        if (isSpecial)
        {
            SpecialRows<TFormat, T>.LogSoftmax(logits, logProbabilities, max);
            return;
        }

        T log = format.LogOfRest(others, format.Subtract(max, shift), second);
        if (logits.Length < lanes.Count)
        {
            for (int i = 0; i < logits.Length; i++)
            {
                logProbabilities[i] = format.Subtract(format.Subtract(logits[i], max), log);
            }

            return;
        }

        ref T source = ref MemoryMarshal.GetReference(logits);
        ref T destination = ref MemoryMarshal.GetReference(logProbabilities);
        TVector center = lanes.Create(max);
        TVector logs = lanes.Create(log);
        int overlapped = logits.Length - lanes.Count;
        TVector last = lanes.Subtract(lanes.Subtract(lanes.Load(ref source, overlapped), center), logs);
        for (int i = 0; i <= overlapped; i += lanes.Count)
        {
            lanes.Store(lanes.Subtract(lanes.Subtract(lanes.Load(ref source, i), center), logs), ref destination, i);
        }

        lanes.Store(last, ref destination, overlapped);
    }

    /// <summary>
    /// The maximum, the shift that exp needs (0, or the maximum), and after that shift the second greatest value and the weights of
    /// all values but one maximum. A special row has a NaN or an infinite maximum: then the maximum is NaN or that infinity.
    /// </summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static (T Max, T Shift, T Second, Pair<T> Others) SumRest(ReadOnlySpan<T> values, out bool isSpecial)
    {
        TLanes lanes = default;
        TFormat format = default;
        if (values.Length <= 2 * lanes.Count && lanes.Count > 1 && SumRestInRegisters(values, out T greatest, out T next, out Pair<T> rest))
        {
            isSpecial = false;
            return (greatest, format.Zero, next, rest);
        }

        if (values.Length < lanes.Count)
        {
            return SumRestOfShort(values, out isSpecial);
        }

        (T max, T second) = TwoGreatest(values);
        isSpecial = !format.IsFinite(max);
        if (isSpecial)
        {
            return (max, default, default, default);
        }

        T shift = format.IsOrdinary(max) ? format.Zero : max;
        second = format.Subtract(second, shift);
        return (max, shift, second, SumRest(values, shift, format.Subtract(max, shift), second));
    }

    /// <summary>A row of one register or two, of which the latter overlap. False where it is not ordinary.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static bool SumRestInRegisters(ReadOnlySpan<T> values, out T max, out T second, out Pair<T> rest)
    {
        TLanes lanes = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        TVector absent = lanes.Create(default(TFormat).NegativeInfinity);
        int overlapped = values.Length - lanes.Count;
        TVector x = overlapped < 0 ? LoadShort(ref source, values.Length) : lanes.Load(ref source, 0);
        TVector last = overlapped <= 0 ? absent : lanes.KeepLast(lanes.Load(ref source, overlapped), overlapped, absent);
        (TVector greatest, TVector limit) = Kernel<TLanes, TFormat, TVector, TBits, T>.TwoGreatestInEveryLane(lanes.Max(x, last), lanes.Min(x, last));
        (max, second) = (lanes.ToScalar(greatest), lanes.ToScalar(limit));
        if (IsAnyNaN(lanes.Add(x, last)) || !default(TFormat).IsOrdinary(max))
        {
            rest = default;
            return false;
        }

        TVector scale = Kernel<TLanes, TFormat, TVector, TBits, T>.Scale(limit);
        TVector lowest = Kernel<TLanes, TFormat, TVector, TBits, T>.Lowest(limit);
        TBits coarse = lanes.CreateBits(0);
        TBits fine = lanes.CreateBits(0);
        TVector weight = Kernel<TLanes, TFormat, TVector, TBits, T>.RestWeight(x, limit, scale, lowest, out TVector remainder);
        Kernel<TLanes, TFormat, TVector, TBits, T>.Count(weight, remainder, ref coarse, ref fine);

        // Where the row fills one register only, the other's −∞ weighs nothing.
        weight = Kernel<TLanes, TFormat, TVector, TBits, T>.RestWeight(last, limit, scale, lowest, out remainder);
        Kernel<TLanes, TFormat, TVector, TBits, T>.Count(weight, remainder, ref coarse, ref fine);
        ExactTotal total = Kernel<TLanes, TFormat, TVector, TBits, T>.Total(coarse, fine, 2);
        rest = default(TFormat).ToPair(Kernel<TLanes, TFormat, TVector, TBits, T>.WithoutOneMaximum(total, greatest, limit, scale));
        return true;
    }

    /// <summary>The weights of all values but one maximum, summed at the scale of the second greatest.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static Pair<T> SumRest(ReadOnlySpan<T> values, T shift, T max, T second)
    {
        TLanes lanes = default;
        TFormat format = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        TVector center = lanes.Create(shift);
        TVector zero = lanes.Create(format.Zero);
        TVector limit = lanes.Create(second);
        TVector scale = Kernel<TLanes, TFormat, TVector, TBits, T>.Scale(limit);
        TVector lowest = Kernel<TLanes, TFormat, TVector, TBits, T>.Lowest(limit);

        LongTotal<TFormat, T> total = default;
        int overlapped = values.Length - lanes.Count;
        for (int i = 0; i <= overlapped;)
        {
            int registers = Math.Min(((overlapped - i) / lanes.Count) + 1, Kernel<TLanes, TFormat, TVector, TBits, T>.RegistersPerTotal);
            TBits coarse = lanes.CreateBits(0);
            TBits fine = lanes.CreateBits(0);
            for (int end = i + (registers * lanes.Count); i < end; i += lanes.Count)
            {
                TVector y = lanes.Subtract(lanes.Load(ref source, i), center);
                TVector weight = Kernel<TLanes, TFormat, TVector, TBits, T>.RestWeight(y, limit, scale, lowest, out TVector remainder);
                Kernel<TLanes, TFormat, TVector, TBits, T>.Count(weight, remainder, ref coarse, ref fine);
            }

            total.Add(Kernel<TLanes, TFormat, TVector, TBits, T>.Total(coarse, fine, registers), registers * lanes.Count);
        }

        int tail = values.Length % lanes.Count;
        if (tail != 0)
        {
            TVector y = lanes.Subtract(lanes.Load(ref source, overlapped), center);
            TVector weight = lanes.KeepLast(Kernel<TLanes, TFormat, TVector, TBits, T>.RestWeight(y, limit, scale, lowest, out TVector remainder), tail, zero);
            remainder = lanes.KeepLast(remainder, tail, zero);
            TBits coarse = lanes.CreateBits(0);
            TBits fine = lanes.CreateBits(0);
            Kernel<TLanes, TFormat, TVector, TBits, T>.Count(weight, remainder, ref coarse, ref fine);
            total.Add(Kernel<TLanes, TFormat, TVector, TBits, T>.Total(coarse, fine, 1), tail);
        }

        if (max.Equals(second))
        {
            // Every maximum was counted: take one back. Integers, so nothing is lost.
            TVector weight = Kernel<TLanes, TFormat, TVector, TBits, T>.RestWeight(limit, limit, scale, lowest, out TVector remainder);
            total.Remove(Kernel<TLanes, TFormat, TVector, TBits, T>.TotalOfOne(weight, remainder));
        }

        return total.ToPair();
    }

    /// <summary>The maximum, or NaN where there is one, and the greatest of the other values: the maximum again where it occurs twice.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static (T Max, T Second) TwoGreatest(ReadOnlySpan<T> values)
    {
        TLanes lanes = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        TVector absent = lanes.Create(default(TFormat).NegativeInfinity);
        TVector max = absent;
        TVector second = absent;
        TVector sum = lanes.Create(default(TFormat).Zero);
        int overlapped = values.Length - lanes.Count;
        int tail = values.Length % lanes.Count;
        for (int i = 0; i <= overlapped; i += lanes.Count)
        {
            TVector x = lanes.Load(ref source, i);
            second = lanes.Max(second, lanes.Min(max, x));
            max = lanes.Max(max, x);
            sum = lanes.Add(sum, x);
        }

        if (tail != 0)
        {
            TVector x = lanes.KeepLast(lanes.Load(ref source, overlapped), tail, absent);
            second = lanes.Max(second, lanes.Min(max, x));
            max = lanes.Max(max, x);
            sum = lanes.Add(sum, x);
        }

        // Registers must not outlive the call below: they would be spilled, in the loop.
        (max, second) = Kernel<TLanes, TFormat, TVector, TBits, T>.TwoGreatestInEveryLane(max, second);
        (T Max, T Second) greatest = (lanes.ToScalar(max), lanes.ToScalar(second));
        return IsAnyNaN(sum) ? (NaNOr(greatest.Max, values), greatest.Second) : greatest;
    }
}
