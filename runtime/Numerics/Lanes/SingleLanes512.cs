#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>16 float lanes in a 512-bit register.</summary>
internal readonly struct SingleLanes512 : ILanes<Vector512<float>, Vector512<int>, float>
{
    public int Count => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Create(float value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Load(ref float source, int index) => Vector512.LoadUnsafe(ref source, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector512<float> vector, ref float destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StorePastCaches(Vector512<float> vector, ref float destination)
    {
        unsafe
        {
            vector.StoreAlignedNonTemporal((float*)Unsafe.AsPointer(ref destination));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> LoadHalves(ref float source, int size)
    {
        Vector512<uint> laneOfUpperHalf = Vector512.Create(-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7).AsUInt32();
        Vector512<float> limits = Vector512.ConditionalSelect(
            Vector512.LessThan(laneOfUpperHalf, Vector512.Create((uint)(16 - size))).AsSingle(), Vector512.Create(float.NegativeInfinity), Vector512.Create(float.PositiveInfinity));
        return Min(limits, Vector256.LoadUnsafe(ref source).ToVector512Unsafe().WithUpper(Vector256.LoadUnsafe(ref source, (nuint)(size - 8))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreHalves(Vector512<float> vector, ref float destination, int size)
    {
        vector.GetUpper().StoreUnsafe(ref destination, (nuint)(size - 8));
        vector.GetLower().StoreUnsafe(ref destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreIndices(Vector512<float> indices, ref int destination, int index) =>
        Avx512F.ConvertToVector512Int32WithTruncation(indices).StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Add(Vector512<float> left, Vector512<float> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Subtract(Vector512<float> left, Vector512<float> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Multiply(Vector512<float> left, Vector512<float> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> MultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> addend) => Avx512F.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> MultiplyAdd(Vector512<float> left, float right, float addend) => Avx512F.FusedMultiplyAdd(left, Vector512.Create(right), Vector512.Create(addend));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> MultiplyAdd(Vector512<float> left, float right, Vector512<float> addend) => Avx512F.FusedMultiplyAdd(left, Vector512.Create(right), addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> MultiplyAdd(Vector512<float> left, Vector512<float> right, float addend) => Avx512F.FusedMultiplyAdd(left, right, Vector512.Create(addend));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Add(Vector512<float> left, float right) => left + Vector512.Create(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Subtract(float left, Vector512<float> right) => Vector512.Create(left) - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Subtract(Vector512<float> left, float right) => left - Vector512.Create(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Scale(Vector512<float> exponent) =>
        Vector512.Create(SingleFormat.WeightExponent) - exponent;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Lowest(Vector512<float> max) =>
        Vector512.Create(SingleFormat.LowestLogit - SingleFormat.Reach);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Scaled(Vector512<float> value, Vector512<float> power) =>
        Avx512F.Scale(value, power);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Max(Vector512<float> left, Vector512<float> right) => Avx512F.Max(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Min(Vector512<float> left, Vector512<float> right) => Avx512F.Min(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> ZeroWhereGreater(Vector512<float> value, Vector512<float> left, Vector512<float> right) =>
        Vector512.ConditionalSelect(Avx512F.CompareNotGreaterThan(left, right), value, Vector512<float>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> ReplaceWhereEqual(Vector512<float> value, Vector512<float> left, Vector512<float> right, Vector512<float> otherwise) =>
        Vector512.ConditionalSelect(Vector512.Equals(left, right), otherwise, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> KeepLast(Vector512<float> value, int count, Vector512<float> otherwise) =>
        Vector512.ConditionalSelect(
            Vector512.GreaterThan(Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), Vector512.Create(15 - count)).AsSingle(), value, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> LeaveOut(Vector512<float> values, ref byte mask) => Vector512.ConditionalSelect(
        Vector512.Equals(Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref mask)), Vector512<int>.Zero).AsSingle(), Vector512.Create(float.NegativeInfinity), values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> LeaveOutBits(Vector512<float> values, ulong bits) => Vector512.ConditionalSelect(
        Vector512.Equals(Vector512.Create((int)bits) & Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768), Vector512<int>.Zero).AsSingle(), Vector512.Create(float.NegativeInfinity), values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> MaxInEveryLane(Vector512<float> vector)
    {
        vector = Max(vector, Exchange(vector, 8));
        vector = Max(vector, Exchange(vector, 4));
        vector = Max(vector, Exchange(vector, 2));
        return Max(vector, Exchange(vector, 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Exchange(Vector512<float> vector, int distance) => distance switch
    {
        8 => Avx512F.Shuffle4x128(vector, vector, 0b01_00_11_10),
        4 => Avx512F.Shuffle4x128(vector, vector, 0b10_11_00_01),
        2 => Avx512F.Permute4x32(vector, 0b01_00_11_10),
        _ => Avx512F.Permute4x32(vector, 0b10_11_00_01),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> ExchangeBits(Vector512<int> bits, int distance) => Exchange(bits.AsSingle(), distance).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float ToScalar(Vector512<float> vector) => vector.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ToInteger(Vector512<int> bits) => bits.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualMask(Vector512<float> left, Vector512<float> right) => Vector512.Equals(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong AtLeastMask(Vector512<float> left, Vector512<float> right) => Vector512.GreaterThanOrEqual(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AreEqual(Vector512<float> left, Vector512<float> right) => left == right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AreWithin(Vector512<float> vector, float limit) => Vector512.LessThanAll(Vector512.Abs(vector), Vector512.Create(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> CreateBits(long value) => Vector512.Create((int)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> ToBits(Vector512<float> vector) => vector.AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> FromBits(Vector512<int> bits) => bits.AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> AddBits(Vector512<int> left, Vector512<int> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> SubtractBits(Vector512<int> left, Vector512<int> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long SumBits(Vector512<int> bits, int registers)
    {
        if (registers * Count <= SingleFormat.WeightsInOneLane)
        {
            return SumOf(bits);
        }

        Vector512<long> lower = Vector512.WidenLower(bits);
        Vector512<long> upper = Vector512.WidenUpper(bits);
        return DoubleLanes512.SumOf(lower + upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int SumOf(Vector512<int> bits) => SingleLanes256.SumOf(bits.GetLower() + bits.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Sum(Vector512<float> weights) => SumIntegers(Integers(weights));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Sum(Vector512<float> weights, Vector512<float> more) => SumIntegers(Integers(weights) + Integers(more));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double SumIntegers(Vector512<double> integers) => SingleLanes256.SumIntegers(integers.GetLower() + integers.GetUpper());

    /// <summary>Weights as multiples of the fine grid, those of the lower half of the lanes and of the upper one added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Integers(Vector512<float> weights)
    {
        Vector512<double> rounder = Vector512.Create(DoubleFormat.Rounder);
        return (Avx512F.ConvertToVector512Double(weights.GetLower()) + rounder - rounder) + (Avx512F.ConvertToVector512Double(weights.GetUpper()) + rounder - rounder);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Reciprocal(ExactTotals<Vector512<int>> totals, out Vector512<float> power)
    {
        Sums(totals.Coarse, totals.Fine, out Vector512<double> lower, out Vector512<double> upper);
        Vector512<double> lowerPower = Registers.Double512.PowerNearReciprocal(lower);
        Vector512<double> upperPower = Registers.Double512.PowerNearReciprocal(upper);
        power = Vector512.Narrow(lowerPower, upperPower);
        return Vector512.Narrow((Vector512<double>.One / lower) - lowerPower, (Vector512<double>.One / upper) - upperPower);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double FirstTotal(ExactTotals<Vector512<int>> totals, out double low) => SingleLanes128.FirstTotal(totals.Coarse.GetLower().GetLower(), totals.Fine.GetLower().GetLower(), out low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public Vector512<float> LogOfRest(ExactTotals<Vector512<int>> rest, Vector512<float> max, Vector512<float> exponent)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        Vector512<int> coarse = rest.Coarse;
        Vector512<int> fine = rest.Fine;
        Vector512<float> greatest = max;
        Vector512<float> next = exponent;
        LogsOfRest(coarse, fine, greatest, next, out Vector512<float> logs);
        return logs;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void LogsOfRest(in Vector512<int> coarse, in Vector512<int> fine, in Vector512<float> max, in Vector512<float> exponent, out Vector512<float> logs)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Sums(coarse, fine, out Vector512<double> lower, out Vector512<double> upper);
        Vector512<float> power = exponent - Vector512.Create(SingleFormat.Rounder);
        logs = Vector512.Narrow(
            Registers.Double512.LogOfRestOfSingles(lower, Avx512F.ConvertToVector512Double(max.GetLower()), Avx512F.ConvertToVector512Double(power.GetLower())),
            Registers.Double512.LogOfRestOfSingles(upper, Avx512F.ConvertToVector512Double(max.GetUpper()), Avx512F.ConvertToVector512Double(power.GetUpper())));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public Vector512<float> ShareOfRest(ExactTotals<Vector512<int>> rest, Vector512<float> max, Vector512<float> exponent)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        Vector512<int> coarse = rest.Coarse;
        Vector512<int> fine = rest.Fine;
        Vector512<float> greatest = max;
        Vector512<float> next = exponent;
        SharesOfRest(coarse, fine, greatest, next, out Vector512<float> shares);
        return shares;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void SharesOfRest(in Vector512<int> coarse, in Vector512<int> fine, in Vector512<float> max, in Vector512<float> exponent, out Vector512<float> shares)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Sums(coarse, fine, out Vector512<double> lower, out Vector512<double> upper);
        Vector512<float> power = exponent - Vector512.Create(SingleFormat.Rounder);
        shares = Vector512.Narrow(
            Registers.Double512.ShareOfRestOfSingles(lower, Avx512F.ConvertToVector512Double(max.GetLower()), Avx512F.ConvertToVector512Double(power.GetLower())),
            Registers.Double512.ShareOfRestOfSingles(upper, Avx512F.ConvertToVector512Double(max.GetUpper()), Avx512F.ConvertToVector512Double(power.GetUpper())));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public Vector512<float> LogSumExp(ExactTotals<Vector512<int>> rest, Vector512<float> max, Vector512<float> exponent)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        Vector512<int> coarse = rest.Coarse;
        Vector512<int> fine = rest.Fine;
        Vector512<float> greatest = max;
        Vector512<float> next = exponent;
        LogSumExps(coarse, fine, greatest, next, out Vector512<float> logs);
        return logs;
    }

    /// <remarks>A sum below the subnormals may round to −0.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    private static void LogSumExps(in Vector512<int> coarse, in Vector512<int> fine, in Vector512<float> max, in Vector512<float> exponent, out Vector512<float> logs)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Sums(coarse, fine, out Vector512<double> lower, out Vector512<double> upper);
        Vector512<float> power = exponent - Vector512.Create(SingleFormat.Rounder);
        logs = Vector512<float>.Zero + Vector512.Narrow(
            Registers.Double512.LogSumExpOfSingles(lower, Avx512F.ConvertToVector512Double(max.GetLower()), Avx512F.ConvertToVector512Double(power.GetLower())),
            Registers.Double512.LogSumExpOfSingles(upper, Avx512F.ConvertToVector512Double(max.GetUpper()), Avx512F.ConvertToVector512Double(power.GetUpper())));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public Vector512<float> LogOfRest(ExactTotals<Vector512<int>> rest, Vector512<float> max, Vector512<float> exponent, double rate, double rateLow)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        Vector512<int> coarse = rest.Coarse;
        Vector512<int> fine = rest.Fine;
        Vector512<float> greatest = max;
        Vector512<float> next = exponent;
        LogsOfRest(coarse, fine, greatest, next, rate + rateLow, out Vector512<float> logs);
        return logs;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void LogsOfRest(in Vector512<int> coarse, in Vector512<int> fine, in Vector512<float> max, in Vector512<float> exponent, double rate, out Vector512<float> logs)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Sums(coarse, fine, out Vector512<double> lower, out Vector512<double> upper);
        Vector512<float> power = exponent - Vector512.Create(SingleFormat.Rounder);
        logs = Vector512.Narrow(
            Registers.Double512.LogOfRestOfSingles(lower, Avx512F.ConvertToVector512Double(max.GetLower()), Avx512F.ConvertToVector512Double(power.GetLower()), rate),
            Registers.Double512.LogOfRestOfSingles(upper, Avx512F.ConvertToVector512Double(max.GetUpper()), Avx512F.ConvertToVector512Double(power.GetUpper()), rate));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public Vector512<float> LogSumExp(ExactTotals<Vector512<int>> rest, Vector512<float> max, Vector512<float> exponent, double rate, double rateLow, double temperature)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        Vector512<int> coarse = rest.Coarse;
        Vector512<int> fine = rest.Fine;
        Vector512<float> greatest = max;
        Vector512<float> next = exponent;
        LogSumExps(coarse, fine, greatest, next, rate + rateLow, temperature, out Vector512<float> logs);
        return logs;
    }

    /// <remarks>A sum below the subnormals may round to −0.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    private static void LogSumExps(in Vector512<int> coarse, in Vector512<int> fine, in Vector512<float> max, in Vector512<float> exponent, double rate, double temperature, out Vector512<float> logs)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Sums(coarse, fine, out Vector512<double> lower, out Vector512<double> upper);
        Vector512<float> power = exponent - Vector512.Create(SingleFormat.Rounder);
        logs = Vector512<float>.Zero + Vector512.Narrow(
            Registers.Double512.LogSumExpOfSingles(lower, Avx512F.ConvertToVector512Double(max.GetLower()), Avx512F.ConvertToVector512Double(power.GetLower()), rate, temperature),
            Registers.Double512.LogSumExpOfSingles(upper, Avx512F.ConvertToVector512Double(max.GetUpper()), Avx512F.ConvertToVector512Double(power.GetUpper()), rate, temperature));
    }

    /// <summary>Totals as doubles, which hold them to more digits than a float has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sums(Vector512<int> coarse, Vector512<int> fine, out Vector512<double> lower, out Vector512<double> upper)
    {
        Vector512<double> unit = Vector512.Create((double)SingleFormat.CoarseUnit);
        lower = (Avx512F.ConvertToVector512Double(coarse.GetLower()) * unit) + Avx512F.ConvertToVector512Double(fine.GetLower());
        upper = (Avx512F.ConvertToVector512Double(coarse.GetUpper()) * unit) + Avx512F.ConvertToVector512Double(fine.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> TreeMax(int level, Vector512<float> left, Vector512<float> right) => Avx512F.Max(TreeLower(level, left, right), TreeUpper(level, left, right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> TreeAdd(int level, Vector512<int> left, Vector512<int> right) =>
        TreeLower(level, left.AsSingle(), right.AsSingle()).AsInt32() + TreeUpper(level, left.AsSingle(), right.AsSingle()).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> TreeLower(int level, Vector512<float> left, Vector512<float> right) => level switch
    {
        0 => Vector512.ConditionalSelect(Vector512.Create(-1, -1, 0, 0, -1, -1, 0, 0, -1, -1, 0, 0, -1, -1, 0, 0).AsSingle(), left, right),
        1 => Avx512F.Shuffle(left, right, 0b10_00_10_00),
        2 => Vector512.ConditionalSelect(Vector512.Create(-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0).AsSingle(), left, right),
        _ => Avx512F.Shuffle4x128(left, right, 0b10_00_10_00),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> TreeUpper(int level, Vector512<float> left, Vector512<float> right) => level switch
    {
        0 => Avx512F.Shuffle(left.AsDouble(), right.AsDouble(), 0b01010101).AsSingle(),
        1 => Avx512F.Shuffle(left, right, 0b11_01_11_01),
        2 => Avx512F.Shuffle4x128(left, right, 0b01_00_11_10),
        _ => Avx512F.Shuffle4x128(left, right, 0b11_01_11_01),
    };

    public void LoadColumns(ref float source, int size, ref float columns)
    {
        int turned = SingleColumnPairs512.Load(ref source, size, ref columns);
        if (turned < size)
        {
            Columns<SingleColumns512, float>.Load(ref source, size, ref columns, turned);
        }
    }

    public void StoreColumns(ref float columns, int size, ref float destination)
    {
        int turned = SingleColumnPairs512.Store(ref columns, size, ref destination);
        if (turned < size)
        {
            Columns<SingleColumns512, float>.Store(ref columns, size, ref destination, turned);
        }
    }
}
#endif
