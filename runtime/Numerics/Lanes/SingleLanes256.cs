#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>8 float lanes in a 256-bit register.</summary>
internal readonly struct SingleLanes256 : ILanes<Vector256<float>, Vector256<int>, float>
{
    public int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Create(float value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Load(ref float source, int index) => Vector256.LoadUnsafe(ref source, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector256<float> vector, ref float destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StorePastCaches(Vector256<float> vector, ref float destination)
    {
        unsafe
        {
            vector.StoreAlignedNonTemporal((float*)Unsafe.AsPointer(ref destination));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> LoadHalves(ref float source, int size)
    {
        Vector256<uint> laneOfUpperHalf = Vector256.Create(-4, -3, -2, -1, 0, 1, 2, 3).AsUInt32();
        Vector256<float> limits = Vector256.ConditionalSelect(
            Vector256.LessThan(laneOfUpperHalf, Vector256.Create((uint)(8 - size))).AsSingle(), Vector256.Create(float.NegativeInfinity), Vector256.Create(float.PositiveInfinity));
        return Min(limits, Vector128.LoadUnsafe(ref source).ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(ref source, (nuint)(size - 4))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreHalves(Vector256<float> vector, ref float destination, int size)
    {
        vector.GetUpper().StoreUnsafe(ref destination, (nuint)(size - 4));
        vector.GetLower().StoreUnsafe(ref destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreIndices(Vector256<float> indices, ref int destination, int index) =>
        Avx.ConvertToVector256Int32WithTruncation(indices).StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Add(Vector256<float> left, Vector256<float> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Subtract(Vector256<float> left, Vector256<float> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Multiply(Vector256<float> left, Vector256<float> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> MultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> addend) => Fma.IsSupported ? Fma.MultiplyAdd(left, right, addend) : (left * right) + addend;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> MultiplyAdd(Vector256<float> left, float right, float addend) =>
        Fma.IsSupported ? Fma.MultiplyAdd(left, Vector256.Create(right), Vector256.Create(addend)) : (left * Vector256.Create(right)) + Vector256.Create(addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> MultiplyAdd(Vector256<float> left, float right, Vector256<float> addend) =>
        Fma.IsSupported ? Fma.MultiplyAdd(left, Vector256.Create(right), addend) : (left * Vector256.Create(right)) + addend;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> MultiplyAdd(Vector256<float> left, Vector256<float> right, float addend) =>
        Fma.IsSupported ? Fma.MultiplyAdd(left, right, Vector256.Create(addend)) : (left * right) + Vector256.Create(addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Add(Vector256<float> left, float right) => left + Vector256.Create(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Subtract(float left, Vector256<float> right) => Vector256.Create(left) - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Subtract(Vector256<float> left, float right) => left - Vector256.Create(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Scale(Vector256<float> exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Vector256.Create(SingleFormat.WeightExponent) - exponent;
        }

        return Vector256.Create(SingleFormat.WeightExponent + SingleFormat.Rounder) - exponent;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Lowest(Vector256<float> max)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Vector256.Create(SingleFormat.LowestLogit - SingleFormat.Reach);
        }

        return Max(Vector256.Create(SingleFormat.LowestLogit), max) - Vector256.Create(SingleFormat.Reach);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Scaled(Vector256<float> value, Vector256<float> power)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Avx512F.VL.Scale(value, power);
        }

        Vector256<int> bits = value.AsInt32() + (power.AsInt32() << SingleFormat.SignificandBits);
        return Vector256.Max(bits, Vector256<int>.Zero).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Max(Vector256<float> left, Vector256<float> right) => Avx.Max(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Min(Vector256<float> left, Vector256<float> right) => Avx.Min(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> ZeroWhereGreater(Vector256<float> value, Vector256<float> left, Vector256<float> right) =>
        Vector256.AndNot(value, Vector256.GreaterThan(left, right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> ReplaceWhereEqual(Vector256<float> value, Vector256<float> left, Vector256<float> right, Vector256<float> otherwise) =>
        Vector256.ConditionalSelect(Vector256.Equals(left, right), otherwise, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> KeepLast(Vector256<float> value, int count, Vector256<float> otherwise) =>
        Vector256.ConditionalSelect(
            Vector256.GreaterThan(Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7), Vector256.Create(7 - count)).AsSingle(), value, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> LeaveOut(Vector256<float> values, ref byte mask) => Vector256.ConditionalSelect(
        Vector256.Equals(Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref mask)).AsByte()), Vector256<int>.Zero).AsSingle(), Vector256.Create(float.NegativeInfinity), values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> LeaveOutBits(Vector256<float> values, ulong bits) => Vector256.ConditionalSelect(
        Vector256.Equals(Vector256.Create((int)bits) & Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128), Vector256<int>.Zero).AsSingle(), Vector256.Create(float.NegativeInfinity), values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> MaxInEveryLane(Vector256<float> vector)
    {
        vector = Max(vector, Exchange(vector, 4));
        vector = Max(vector, Exchange(vector, 2));
        return Max(vector, Exchange(vector, 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Exchange(Vector256<float> vector, int distance) => distance switch
    {
        4 => Avx.Permute2x128(vector, vector, 1),
        2 => Avx.Permute(vector, 0b01_00_11_10),
        _ => Avx.Permute(vector, 0b10_11_00_01),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> ExchangeBits(Vector256<int> bits, int distance) => Exchange(bits.AsSingle(), distance).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float ToScalar(Vector256<float> vector) => vector.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ToInteger(Vector256<int> bits) => bits.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualMask(Vector256<float> left, Vector256<float> right) => Vector256.Equals(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong AtLeastMask(Vector256<float> left, Vector256<float> right) => Vector256.GreaterThanOrEqual(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AreEqual(Vector256<float> left, Vector256<float> right) => left == right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AreWithin(Vector256<float> vector, float limit) => Vector256.LessThanAll(Vector256.Abs(vector), Vector256.Create(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> CreateBits(long value) => Vector256.Create((int)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> ToBits(Vector256<float> vector) => vector.AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> FromBits(Vector256<int> bits) => bits.AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> AddBits(Vector256<int> left, Vector256<int> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> SubtractBits(Vector256<int> left, Vector256<int> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long SumBits(Vector256<int> bits, int registers)
    {
        if (registers * Count <= SingleFormat.WeightsInOneLane)
        {
            return SumOf(bits);
        }

        Vector256<long> lower = Vector256.WidenLower(bits);
        Vector256<long> upper = Vector256.WidenUpper(bits);
        return DoubleLanes256.SumOf(lower + upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int SumOf(Vector256<int> bits) => SingleLanes128.SumOf(bits.GetLower() + bits.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Sum(Vector256<float> weights) => SumIntegers(Integers(weights));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Sum(Vector256<float> weights, Vector256<float> more) => SumIntegers(Integers(weights) + Integers(more));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double SumIntegers(Vector256<double> integers) => SingleLanes128.SumIntegers(integers.GetLower() + integers.GetUpper());

    /// <summary>Weights as multiples of the fine grid, those of the lower half of the lanes and of the upper one added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Integers(Vector256<float> weights)
    {
        if (Avx512F.IsSupported)
        {
            Vector512<double> wide = Vector512.Create(DoubleFormat.Rounder);
            Vector512<double> integers = Avx512F.ConvertToVector512Double(weights) + wide - wide;
            return integers.GetLower() + integers.GetUpper();
        }

        Vector256<double> rounder = Vector256.Create(DoubleFormat.Rounder);
        return (Avx.ConvertToVector256Double(weights.GetLower()) + rounder - rounder) + (Avx.ConvertToVector256Double(weights.GetUpper()) + rounder - rounder);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Reciprocal(ExactTotals<Vector256<int>> totals, out Vector256<float> power)
    {
        Sums(totals.Coarse, totals.Fine, out Vector256<double> lower, out Vector256<double> upper);
        Vector256<double> lowerPower = Registers.Double256.PowerNearReciprocal(lower);
        Vector256<double> upperPower = Registers.Double256.PowerNearReciprocal(upper);
        power = Vector256.Narrow(lowerPower, upperPower);
        return Vector256.Narrow((Vector256<double>.One / lower) - lowerPower, (Vector256<double>.One / upper) - upperPower);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double FirstTotal(ExactTotals<Vector256<int>> totals, out double low) => SingleLanes128.FirstTotal(totals.Coarse.GetLower(), totals.Fine.GetLower(), out low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public Vector256<float> LogOfRest(ExactTotals<Vector256<int>> rest, Vector256<float> max, Vector256<float> exponent)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        Vector256<int> coarse = rest.Coarse;
        Vector256<int> fine = rest.Fine;
        Vector256<float> greatest = max;
        Vector256<float> next = exponent;
        LogsOfRest(coarse, fine, greatest, next, out Vector256<float> logs);
        return logs;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void LogsOfRest(in Vector256<int> coarse, in Vector256<int> fine, in Vector256<float> max, in Vector256<float> exponent, out Vector256<float> logs)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Sums(coarse, fine, out Vector256<double> lower, out Vector256<double> upper);
        Vector256<float> power = exponent - Vector256.Create(SingleFormat.Rounder);
        logs = Vector256.Narrow(
            Registers.Double256.LogOfRestOfSingles(lower, Avx.ConvertToVector256Double(max.GetLower()), Avx.ConvertToVector256Double(power.GetLower())),
            Registers.Double256.LogOfRestOfSingles(upper, Avx.ConvertToVector256Double(max.GetUpper()), Avx.ConvertToVector256Double(power.GetUpper())));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public Vector256<float> ShareOfRest(ExactTotals<Vector256<int>> rest, Vector256<float> max, Vector256<float> exponent)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        Vector256<int> coarse = rest.Coarse;
        Vector256<int> fine = rest.Fine;
        Vector256<float> greatest = max;
        Vector256<float> next = exponent;
        SharesOfRest(coarse, fine, greatest, next, out Vector256<float> shares);
        return shares;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void SharesOfRest(in Vector256<int> coarse, in Vector256<int> fine, in Vector256<float> max, in Vector256<float> exponent, out Vector256<float> shares)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Sums(coarse, fine, out Vector256<double> lower, out Vector256<double> upper);
        Vector256<float> power = exponent - Vector256.Create(SingleFormat.Rounder);
        shares = Vector256.Narrow(
            Registers.Double256.ShareOfRestOfSingles(lower, Avx.ConvertToVector256Double(max.GetLower()), Avx.ConvertToVector256Double(power.GetLower())),
            Registers.Double256.ShareOfRestOfSingles(upper, Avx.ConvertToVector256Double(max.GetUpper()), Avx.ConvertToVector256Double(power.GetUpper())));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public Vector256<float> LogSumExp(ExactTotals<Vector256<int>> rest, Vector256<float> max, Vector256<float> exponent)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        Vector256<int> coarse = rest.Coarse;
        Vector256<int> fine = rest.Fine;
        Vector256<float> greatest = max;
        Vector256<float> next = exponent;
        LogSumExps(coarse, fine, greatest, next, out Vector256<float> logs);
        return logs;
    }

    /// <remarks>A sum below the subnormals may round to −0.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    private static void LogSumExps(in Vector256<int> coarse, in Vector256<int> fine, in Vector256<float> max, in Vector256<float> exponent, out Vector256<float> logs)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Sums(coarse, fine, out Vector256<double> lower, out Vector256<double> upper);
        Vector256<float> power = exponent - Vector256.Create(SingleFormat.Rounder);
        logs = Vector256<float>.Zero + Vector256.Narrow(
            Registers.Double256.LogSumExpOfSingles(lower, Avx.ConvertToVector256Double(max.GetLower()), Avx.ConvertToVector256Double(power.GetLower())),
            Registers.Double256.LogSumExpOfSingles(upper, Avx.ConvertToVector256Double(max.GetUpper()), Avx.ConvertToVector256Double(power.GetUpper())));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public Vector256<float> LogOfRest(ExactTotals<Vector256<int>> rest, Vector256<float> max, Vector256<float> exponent, double rate, double rateLow)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        Vector256<int> coarse = rest.Coarse;
        Vector256<int> fine = rest.Fine;
        Vector256<float> greatest = max;
        Vector256<float> next = exponent;
        LogsOfRest(coarse, fine, greatest, next, rate + rateLow, out Vector256<float> logs);
        return logs;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void LogsOfRest(in Vector256<int> coarse, in Vector256<int> fine, in Vector256<float> max, in Vector256<float> exponent, double rate, out Vector256<float> logs)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Sums(coarse, fine, out Vector256<double> lower, out Vector256<double> upper);
        Vector256<float> power = exponent - Vector256.Create(SingleFormat.Rounder);
        logs = Vector256.Narrow(
            Registers.Double256.LogOfRestOfSingles(lower, Avx.ConvertToVector256Double(max.GetLower()), Avx.ConvertToVector256Double(power.GetLower()), rate),
            Registers.Double256.LogOfRestOfSingles(upper, Avx.ConvertToVector256Double(max.GetUpper()), Avx.ConvertToVector256Double(power.GetUpper()), rate));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public Vector256<float> LogSumExp(ExactTotals<Vector256<int>> rest, Vector256<float> max, Vector256<float> exponent, double rate, double rateLow, double temperature)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        Vector256<int> coarse = rest.Coarse;
        Vector256<int> fine = rest.Fine;
        Vector256<float> greatest = max;
        Vector256<float> next = exponent;
        LogSumExps(coarse, fine, greatest, next, rate + rateLow, temperature, out Vector256<float> logs);
        return logs;
    }

    /// <remarks>A sum below the subnormals may round to −0.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    private static void LogSumExps(in Vector256<int> coarse, in Vector256<int> fine, in Vector256<float> max, in Vector256<float> exponent, double rate, double temperature, out Vector256<float> logs)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Sums(coarse, fine, out Vector256<double> lower, out Vector256<double> upper);
        Vector256<float> power = exponent - Vector256.Create(SingleFormat.Rounder);
        logs = Vector256<float>.Zero + Vector256.Narrow(
            Registers.Double256.LogSumExpOfSingles(lower, Avx.ConvertToVector256Double(max.GetLower()), Avx.ConvertToVector256Double(power.GetLower()), rate, temperature),
            Registers.Double256.LogSumExpOfSingles(upper, Avx.ConvertToVector256Double(max.GetUpper()), Avx.ConvertToVector256Double(power.GetUpper()), rate, temperature));
    }

    /// <summary>Totals as doubles, which hold them to more digits than a float has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sums(Vector256<int> coarse, Vector256<int> fine, out Vector256<double> lower, out Vector256<double> upper)
    {
        Vector256<double> unit = Vector256.Create((double)SingleFormat.CoarseUnit);
        lower = (Avx.ConvertToVector256Double(coarse.GetLower()) * unit) + Avx.ConvertToVector256Double(fine.GetLower());
        upper = (Avx.ConvertToVector256Double(coarse.GetUpper()) * unit) + Avx.ConvertToVector256Double(fine.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> TreeMax(int level, Vector256<float> left, Vector256<float> right) => Avx.Max(TreeLower(level, left, right), TreeUpper(level, left, right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> TreeAdd(int level, Vector256<int> left, Vector256<int> right) =>
        TreeLower(level, left.AsSingle(), right.AsSingle()).AsInt32() + TreeUpper(level, left.AsSingle(), right.AsSingle()).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> TreeLower(int level, Vector256<float> left, Vector256<float> right) => level switch
    {
        0 => Avx.Blend(left, right, 0b11001100),
        1 => Avx.Shuffle(left, right, 0b10_00_10_00),
        _ => Avx.Blend(left, right, 0b11110000),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> TreeUpper(int level, Vector256<float> left, Vector256<float> right) => level switch
    {
        0 => Avx.Shuffle(left.AsDouble(), right.AsDouble(), 0b0101).AsSingle(),
        1 => Avx.Shuffle(left, right, 0b11_01_11_01),
        _ => Avx.Permute2x128(left, right, 0x21),
    };

    public void LoadColumns(ref float source, int size, ref float columns) => Columns<SingleColumns256, float>.Load(ref source, size, ref columns);

    public void StoreColumns(ref float columns, int size, ref float destination) => Columns<SingleColumns256, float>.Store(ref columns, size, ref destination);
}
#endif
