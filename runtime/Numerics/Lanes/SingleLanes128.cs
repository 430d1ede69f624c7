#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>4 float lanes in a 128-bit register.</summary>
internal readonly struct SingleLanes128 : ILanes<Vector128<float>, Vector128<int>, float>
{
    public int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Create(float value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Load(ref float source, int index) => Vector128.LoadUnsafe(ref source, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector128<float> vector, ref float destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StorePastCaches(Vector128<float> vector, ref float destination)
    {
        unsafe
        {
            vector.StoreAlignedNonTemporal((float*)Unsafe.AsPointer(ref destination));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> LoadHalves(ref float source, int size)
    {
        Vector128<uint> laneOfUpperHalf = Vector128.Create(-2, -1, 0, 1).AsUInt32();
        Vector128<float> limits = Vector128.ConditionalSelect(
            Vector128.LessThan(laneOfUpperHalf, Vector128.Create((uint)(4 - size))).AsSingle(), Vector128.Create(float.NegativeInfinity), Vector128.Create(float.PositiveInfinity));
        return Min(limits, Vector128.Create(Unsafe.ReadUnaligned<double>(ref Unsafe.As<float, byte>(ref source)), Unsafe.ReadUnaligned<double>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref source, size - 2)))).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreHalves(Vector128<float> vector, ref float destination, int size)
    {
        Vector128<double> halves = vector.AsDouble();
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref destination, size - 2)), halves.GetElement(1));
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref destination), halves.ToScalar());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreIndices(Vector128<float> indices, ref int destination, int index) =>
        ToIntegers(indices).StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Add(Vector128<float> left, Vector128<float> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Subtract(Vector128<float> left, Vector128<float> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Multiply(Vector128<float> left, Vector128<float> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend)
    {
        if (Fma.IsSupported)
        {
            return Fma.MultiplyAdd(left, right, addend);
        }

        return AdvSimd.IsSupported ? AdvSimd.FusedMultiplyAdd(addend, left, right) : (left * right) + addend;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> MultiplyAdd(Vector128<float> left, float right, float addend) => MultiplyAdd(left, Vector128.Create(right), Vector128.Create(addend));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> MultiplyAdd(Vector128<float> left, float right, Vector128<float> addend) => MultiplyAdd(left, Vector128.Create(right), addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, float addend) => MultiplyAdd(left, right, Vector128.Create(addend));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Add(Vector128<float> left, float right) => left + Vector128.Create(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Subtract(float left, Vector128<float> right) => Vector128.Create(left) - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Subtract(Vector128<float> left, float right) => left - Vector128.Create(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Scale(Vector128<float> exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Vector128.Create(SingleFormat.WeightExponent) - exponent;
        }

        return Vector128.Create(SingleFormat.WeightExponent + SingleFormat.Rounder) - exponent;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Lowest(Vector128<float> max)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Vector128.Create(SingleFormat.LowestLogit - SingleFormat.Reach);
        }

        return Max(Vector128.Create(SingleFormat.LowestLogit), max) - Vector128.Create(SingleFormat.Reach);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Scaled(Vector128<float> value, Vector128<float> power)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Avx512F.VL.Scale(value, power);
        }

        Vector128<int> bits = value.AsInt32() + (power.AsInt32() << SingleFormat.SignificandBits);
        return Vector128.Max(bits, Vector128<int>.Zero).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Max(Vector128<float> left, Vector128<float> right)
    {
        if (Sse.IsSupported)
        {
            return Sse.Max(left, right);
        }

        return AdvSimd.IsSupported ? AdvSimd.Max(left, right) : Vector128.Max(left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Min(Vector128<float> left, Vector128<float> right)
    {
        if (Sse.IsSupported)
        {
            return Sse.Min(left, right);
        }

        return AdvSimd.IsSupported ? AdvSimd.Min(left, right) : Vector128.Min(left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> ZeroWhereGreater(Vector128<float> value, Vector128<float> left, Vector128<float> right) =>
        Vector128.AndNot(value, Vector128.GreaterThan(left, right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> ReplaceWhereEqual(Vector128<float> value, Vector128<float> left, Vector128<float> right, Vector128<float> otherwise) =>
        Vector128.ConditionalSelect(Vector128.Equals(left, right), otherwise, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> KeepLast(Vector128<float> value, int count, Vector128<float> otherwise) =>
        Vector128.ConditionalSelect(
            Vector128.GreaterThan(Vector128.Create(0, 1, 2, 3), Vector128.Create(3 - count)).AsSingle(), value, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> LeaveOut(Vector128<float> values, ref byte mask) => Vector128.ConditionalSelect(
        Vector128.Equals(Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref mask)).AsByte())), Vector128<uint>.Zero).AsSingle(), Vector128.Create(float.NegativeInfinity), values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> LeaveOutBits(Vector128<float> values, ulong bits) => Vector128.ConditionalSelect(
        Vector128.Equals(Vector128.Create((int)bits) & Vector128.Create(1, 2, 4, 8), Vector128<int>.Zero).AsSingle(), Vector128.Create(float.NegativeInfinity), values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> MaxInEveryLane(Vector128<float> vector)
    {
        vector = Max(vector, Exchange(vector, 2));
        return Max(vector, Exchange(vector, 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Exchange(Vector128<float> vector, int distance) => distance switch
    {
        2 => Vector128.Shuffle(vector, Vector128.Create(2, 3, 0, 1)),
        _ => Vector128.Shuffle(vector, Vector128.Create(1, 0, 3, 2)),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> ExchangeBits(Vector128<int> bits, int distance) => Exchange(bits.AsSingle(), distance).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float ToScalar(Vector128<float> vector) => vector.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ToInteger(Vector128<int> bits) => bits.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualMask(Vector128<float> left, Vector128<float> right) => Vector128.Equals(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong AtLeastMask(Vector128<float> left, Vector128<float> right) => Vector128.GreaterThanOrEqual(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AreEqual(Vector128<float> left, Vector128<float> right) => left == right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AreWithin(Vector128<float> vector, float limit) => Vector128.LessThanAll(Vector128.Abs(vector), Vector128.Create(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> CreateBits(long value) => Vector128.Create((int)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> ToBits(Vector128<float> vector) => vector.AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> FromBits(Vector128<int> bits) => bits.AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> AddBits(Vector128<int> left, Vector128<int> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> SubtractBits(Vector128<int> left, Vector128<int> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long SumBits(Vector128<int> bits, int registers)
    {
        if (registers * Count <= SingleFormat.WeightsInOneLane)
        {
            return SumOf(bits);
        }

        Vector128<long> lower = Vector128.WidenLower(bits);
        Vector128<long> upper = Vector128.WidenUpper(bits);
        return DoubleLanes128.SumOf(lower + upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int SumOf(Vector128<int> bits)
    {
        if (!Sse2.IsSupported)
        {
            return Vector128.Sum(bits);
        }

        bits += Vector128.Shuffle(bits, Vector128.Create(2, 3, 0, 1));
        return (bits + Vector128.Shuffle(bits, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Sum(Vector128<float> weights) => SumIntegers(Integers(weights));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Sum(Vector128<float> weights, Vector128<float> more) => SumIntegers(Integers(weights) + Integers(more));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double SumIntegers(Vector128<double> integers) => integers.ToScalar() + integers.GetElement(1);

    /// <summary>Weights as multiples of the fine grid, those of the lower half of the lanes and of the upper one added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Integers(Vector128<float> weights)
    {
        if (Avx.IsSupported)
        {
            Vector256<double> wide = Vector256.Create(DoubleFormat.Rounder);
            Vector256<double> integers = Avx.ConvertToVector256Double(weights) + wide - wide;
            return integers.GetLower() + integers.GetUpper();
        }

        Vector128<double> rounder = Vector128.Create(DoubleFormat.Rounder);
        Vector128<double> lower = Vector128.WidenLower(weights);
        Vector128<double> upper = Vector128.WidenUpper(weights);
        return (lower + rounder - rounder) + (upper + rounder - rounder);
    }

    /// <summary>In one instruction: <see cref="Vector128.ConvertToInt32"/> provides for numbers too large for integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<int> ToIntegers(Vector128<float> vector) =>
        Sse2.IsSupported ? Sse2.ConvertToVector128Int32WithTruncation(vector) : Vector128.ConvertToInt32(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Reciprocal(ExactTotals<Vector128<int>> totals, out Vector128<float> power)
    {
        Sums(totals.Coarse, totals.Fine, out Vector128<double> lower, out Vector128<double> upper);
        Vector128<double> lowerPower = Registers.Double128.PowerNearReciprocal(lower);
        Vector128<double> upperPower = Registers.Double128.PowerNearReciprocal(upper);
        power = Vector128.Narrow(lowerPower, upperPower);
        return Vector128.Narrow((Vector128<double>.One / lower) - lowerPower, (Vector128<double>.One / upper) - upperPower);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double FirstTotal(ExactTotals<Vector128<int>> totals, out double low) => FirstTotal(totals.Coarse, totals.Fine, out low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public Vector128<float> LogOfRest(ExactTotals<Vector128<int>> rest, Vector128<float> max, Vector128<float> exponent)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        Vector128<int> coarse = rest.Coarse;
        Vector128<int> fine = rest.Fine;
        Vector128<float> greatest = max;
        Vector128<float> next = exponent;
        LogsOfRest(coarse, fine, greatest, next, out Vector128<float> logs);
        return logs;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void LogsOfRest(in Vector128<int> coarse, in Vector128<int> fine, in Vector128<float> max, in Vector128<float> exponent, out Vector128<float> logs)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Sums(coarse, fine, out Vector128<double> lower, out Vector128<double> upper);
        Vector128<float> power = exponent - Vector128.Create(SingleFormat.Rounder);
        logs = Vector128.Narrow(
            Registers.Double128.LogOfRestOfSingles(lower, Vector128.WidenLower(max), Vector128.WidenLower(power)),
            Registers.Double128.LogOfRestOfSingles(upper, Vector128.WidenUpper(max), Vector128.WidenUpper(power)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public Vector128<float> ShareOfRest(ExactTotals<Vector128<int>> rest, Vector128<float> max, Vector128<float> exponent)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        Vector128<int> coarse = rest.Coarse;
        Vector128<int> fine = rest.Fine;
        Vector128<float> greatest = max;
        Vector128<float> next = exponent;
        SharesOfRest(coarse, fine, greatest, next, out Vector128<float> shares);
        return shares;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void SharesOfRest(in Vector128<int> coarse, in Vector128<int> fine, in Vector128<float> max, in Vector128<float> exponent, out Vector128<float> shares)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Sums(coarse, fine, out Vector128<double> lower, out Vector128<double> upper);
        Vector128<float> power = exponent - Vector128.Create(SingleFormat.Rounder);
        shares = Vector128.Narrow(
            Registers.Double128.ShareOfRestOfSingles(lower, Vector128.WidenLower(max), Vector128.WidenLower(power)),
            Registers.Double128.ShareOfRestOfSingles(upper, Vector128.WidenUpper(max), Vector128.WidenUpper(power)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public Vector128<float> LogSumExp(ExactTotals<Vector128<int>> rest, Vector128<float> max, Vector128<float> exponent)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        Vector128<int> coarse = rest.Coarse;
        Vector128<int> fine = rest.Fine;
        Vector128<float> greatest = max;
        Vector128<float> next = exponent;
        LogSumExps(coarse, fine, greatest, next, out Vector128<float> logs);
        return logs;
    }

    /// <remarks>A sum below the subnormals may round to −0.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    private static void LogSumExps(in Vector128<int> coarse, in Vector128<int> fine, in Vector128<float> max, in Vector128<float> exponent, out Vector128<float> logs)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Sums(coarse, fine, out Vector128<double> lower, out Vector128<double> upper);
        Vector128<float> power = exponent - Vector128.Create(SingleFormat.Rounder);
        logs = Vector128<float>.Zero + Vector128.Narrow(
            Registers.Double128.LogSumExpOfSingles(lower, Vector128.WidenLower(max), Vector128.WidenLower(power)),
            Registers.Double128.LogSumExpOfSingles(upper, Vector128.WidenUpper(max), Vector128.WidenUpper(power)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public Vector128<float> LogOfRest(ExactTotals<Vector128<int>> rest, Vector128<float> max, Vector128<float> exponent, double rate, double rateLow)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        Vector128<int> coarse = rest.Coarse;
        Vector128<int> fine = rest.Fine;
        Vector128<float> greatest = max;
        Vector128<float> next = exponent;
        LogsOfRest(coarse, fine, greatest, next, rate + rateLow, out Vector128<float> logs);
        return logs;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void LogsOfRest(in Vector128<int> coarse, in Vector128<int> fine, in Vector128<float> max, in Vector128<float> exponent, double rate, out Vector128<float> logs)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Sums(coarse, fine, out Vector128<double> lower, out Vector128<double> upper);
        Vector128<float> power = exponent - Vector128.Create(SingleFormat.Rounder);
        logs = Vector128.Narrow(
            Registers.Double128.LogOfRestOfSingles(lower, Vector128.WidenLower(max), Vector128.WidenLower(power), rate),
            Registers.Double128.LogOfRestOfSingles(upper, Vector128.WidenUpper(max), Vector128.WidenUpper(power), rate));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public Vector128<float> LogSumExp(ExactTotals<Vector128<int>> rest, Vector128<float> max, Vector128<float> exponent, double rate, double rateLow, double temperature)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        Vector128<int> coarse = rest.Coarse;
        Vector128<int> fine = rest.Fine;
        Vector128<float> greatest = max;
        Vector128<float> next = exponent;
        LogSumExps(coarse, fine, greatest, next, rate + rateLow, temperature, out Vector128<float> logs);
        return logs;
    }

    /// <remarks>A sum below the subnormals may round to −0.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    private static void LogSumExps(in Vector128<int> coarse, in Vector128<int> fine, in Vector128<float> max, in Vector128<float> exponent, double rate, double temperature, out Vector128<float> logs)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Sums(coarse, fine, out Vector128<double> lower, out Vector128<double> upper);
        Vector128<float> power = exponent - Vector128.Create(SingleFormat.Rounder);
        logs = Vector128<float>.Zero + Vector128.Narrow(
            Registers.Double128.LogSumExpOfSingles(lower, Vector128.WidenLower(max), Vector128.WidenLower(power), rate, temperature),
            Registers.Double128.LogSumExpOfSingles(upper, Vector128.WidenUpper(max), Vector128.WidenUpper(power), rate, temperature));
    }

    /// <summary>Totals as doubles, which hold them to more digits than a float has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sums(Vector128<int> coarse, Vector128<int> fine, out Vector128<double> lower, out Vector128<double> upper)
    {
        Vector128<double> unit = Vector128.Create((double)SingleFormat.CoarseUnit);
        lower = (Lower(coarse) * unit) + Lower(fine);
        upper = (Lower(Vector128.Shuffle(coarse, Vector128.Create(2, 3, 0, 1))) * unit) + Lower(Vector128.Shuffle(fine, Vector128.Create(2, 3, 0, 1)));
    }

    /// <summary>The first two integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Lower(Vector128<int> integers) =>
        Sse2.IsSupported ? Sse2.ConvertToVector128Double(integers) : Vector128.ConvertToDouble(Vector128.WidenLower(integers));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double FirstTotal(Vector128<int> coarse, Vector128<int> fine, out double low)
    {
        low = 0;
        return Sse2.IsSupported
            ? ((Sse2.ConvertToVector128Double(coarse) * Vector128.Create((double)SingleFormat.CoarseUnit)) + Sse2.ConvertToVector128Double(fine)).ToScalar()
            : (coarse.ToScalar() * (double)SingleFormat.CoarseUnit) + fine.ToScalar();
    }

    public Vector128<float> TreeMax(int level, Vector128<float> left, Vector128<float> right) => throw new NotSupportedException("Rows go together from 256 bits on.");

    public Vector128<int> TreeAdd(int level, Vector128<int> left, Vector128<int> right) => throw new NotSupportedException("Rows go together from 256 bits on.");

    public Vector128<float> TreeLower(int level, Vector128<float> left, Vector128<float> right) => throw new NotSupportedException("Rows go together from 256 bits on.");

    public Vector128<float> TreeUpper(int level, Vector128<float> left, Vector128<float> right) => throw new NotSupportedException("Rows go together from 256 bits on.");

    public void LoadColumns(ref float source, int size, ref float columns) => Columns<SingleColumns128, float>.Load(ref source, size, ref columns);

    public void StoreColumns(ref float columns, int size, ref float destination) => Columns<SingleColumns128, float>.Store(ref columns, size, ref destination);
}
#endif
