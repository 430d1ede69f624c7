using System;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <content>
/// A row in parts, which no call sees together: the passes of a long row, with what was gathered and counted elsewhere in their place. A part is counted at the scales of the
/// whole row, by its peak; integers add up to the row's total, however they come together.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.Peak(ReadOnlySpan<T> part, out T second) => PeakOfPart(part, out second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IRows<T>.Count(ReadOnlySpan<T> part, ref RowInParts<T> row) => CountPart(part, ref row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IRows<T>.Softmax(ReadOnlySpan<T> part, in RowInParts<T> row, Span<T> probabilities) => SoftmaxOfPart(part, row, probabilities);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IRows<T>.LogSoftmax(ReadOnlySpan<T> part, in RowInParts<T> row, Span<T> logProbabilities) => LogSoftmaxOfPart(part, row, logProbabilities);

    T IRows<T>.LogSumExp(in RowInParts<T> row)
    {
        TwoGreatest peak = PeakOf(row, out T shift);
        return default(TLanes).ToScalar(default(LogSumExpPasses).FinishLong(RestOf(row, peak), row.Max, shift, peak).First);
    }

    T IRows<T>.LogOfRest(in RowInParts<T> row)
    {
        TwoGreatest peak = PeakOf(row, out T shift);
        return default(TLanes).ToScalar(default(OfRestPasses<LogOfRestOf>).FinishLong(RestOf(row, peak), row.Max, shift, peak).First);
    }

    T IRows<T>.Entropy(in RowInParts<T> row)
    {
        long atMost = GreatestDistance(row.Max, row.Second);
        TwoGreatest peak = PeakOf(row, out _);
        return atMost == 0 ? default(TFormat).Zero : EntropyOf(RestOf(row, peak), ToPair(row.Sums.Moments, row.IsLong), atMost, peak);
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static T PeakOfPart(ReadOnlySpan<T> part, out T second)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        TFormat format = default;
        if (part.Length < lanes.Count)
        {
            Span<T> padded = stackalloc T[WidestRegister];
            return PeakOfPart(Pad(part, padded), out second);
        }

        GatherRow(part, out TwoGreatest gathered, out bool isFreeOfNaN);
        TwoGreatest peak = gathered;
        second = isFreeOfNaN ? format.PlusZero(lanes.ToScalar(peak.Heaviest)) : format.NaN;
        return isFreeOfNaN ? format.PlusZero(lanes.ToScalar(peak.Max)) : format.NaN;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void CountPart(ReadOnlySpan<T> part, ref RowInParts<T> row)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        if (part.Length < default(TLanes).Count)
        {
            Span<T> padded = stackalloc T[WidestRegister];
            CountPart(Pad(part, padded), ref row);
            return;
        }

        SoftmaxTwicePasses softmax = default;
        TwoGreatest peak = PeakOf(row, out T shift);
        CountFinely<SoftmaxTwicePasses, Maximum>(softmax, part, shift, softmax.ScalesOf(new Maximum(peak.Max)), ref row.Sums.Weights);
        long atMost = GreatestDistance(row.Max, row.Second);
        if (atMost == 0)
        {
            CountFinely<LogSumExpPasses, TwoGreatest>(default, part, shift, ScalesOfRest(peak), ref row.Sums.Rest);
        }
        else
        {
            // On three grids whatever the part: which are read, the length of the row says.
            CountMoments(part, shift, peak, default(TFormat).Quotient(1, atMost), isLong: true, ref row.Sums, out _, out _);
        }
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void SoftmaxOfPart(ReadOnlySpan<T> part, in RowInParts<T> row, Span<T> probabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        if (part.Length < default(TLanes).Count)
        {
            Span<T> padded = stackalloc T[WidestRegister];
            padded = Pad(part, padded);
            SoftmaxOfPart(padded, row, padded);
            padded.Slice(0, part.Length).CopyTo(probabilities);
            return;
        }

        Maximum peak = new(PeakOf(row, out T shift).Max);
        Finished finished = default(SoftmaxTwicePasses).FinishLong(ToPair(row.Sums.Weights, row.IsLong), row.Max, shift, peak);
        if (part.Length >= RowsLayouts.FewestWeightsTakenTwice && Unsafe.SizeOf<TVector>() > Unsafe.SizeOf<T>())
        {
            WritePastCaches<SoftmaxTwicePasses, Maximum>(part, probabilities, finished);
        }
        else
        {
            WriteRow<SoftmaxTwicePasses, Maximum>(part, probabilities, finished);
        }
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void LogSoftmaxOfPart(ReadOnlySpan<T> part, in RowInParts<T> row, Span<T> logProbabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        if (part.Length < default(TLanes).Count)
        {
            Span<T> padded = stackalloc T[WidestRegister];
            padded = Pad(part, padded);
            LogSoftmaxOfPart(padded, row, padded);
            padded.Slice(0, part.Length).CopyTo(logProbabilities);
            return;
        }

        TwoGreatest peak = PeakOf(row, out T shift);
        WriteRow<LogSoftmaxPasses, TwoGreatest>(part, logProbabilities, default(LogSoftmaxPasses).FinishLong(RestOf(row, peak), row.Max, shift, peak));
    }

    /// <summary>The row's peak as values are weighed: less what has to be taken from them all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TwoGreatest PeakOf(in RowInParts<T> row, out T shift)
    {
        TLanes lanes = default;
        shift = default(TFormat).IsOrdinary(row.Max) ? default(TFormat).Zero : row.Max;
        return new TwoGreatest(lanes.Create(row.Max), lanes.Create(row.Second)).Less(lanes.Create(shift));
    }

    /// <summary>The row's total but for one maximum, at the scale of the second greatest value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<double> RestOf(in RowInParts<T> row, TwoGreatest peak)
    {
        LongTotal rest = row.Sums.Rest;
        rest.Remove(MaximumCountedTwice(peak));
        return ToPair(rest, row.IsLong);
    }
}

/// <summary>The two greatest values of a part: returned, and as the one result.</summary>
internal readonly struct PeakOperation<T> : IRowOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T> => rows.Peak(values, out results[0]);

    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => row;
}

/// <summary>Adds a part to the sums of the row that is the one result.</summary>
internal readonly struct CountOperation<T> : IRowOperation<T, RowInParts<T>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RowInParts<T> Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<RowInParts<T>> results)
        where TRows : struct, IRows<T>
    {
        rows.Count(values, ref results[0]);
        return default;
    }

    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<RowInParts<T>> results, int size, int row)
        where TRows : struct, IRows<T> => row;
}

/// <summary>Softmax of a part.</summary>
internal readonly struct SoftmaxOfPartOperation<T>(RowInParts<T> whole) : IRowOperation<T, T>
{
    private readonly RowInParts<T> _whole = whole;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T>
    {
        rows.Softmax(values, _whole, results);
        return _whole.Max;
    }

    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => row;
}

/// <summary>Log-softmax of a part.</summary>
internal readonly struct LogSoftmaxOfPartOperation<T>(RowInParts<T> whole) : IRowOperation<T, T>
{
    private readonly RowInParts<T> _whole = whole;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T>
    {
        rows.LogSoftmax(values, _whole, results);
        return _whole.Max;
    }

    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => row;
}
