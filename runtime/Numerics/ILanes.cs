namespace SoftKernels.Numerics;

/// <summary>
/// A register of lanes: the operations that IEEE 754 or integer arithmetic fixes exactly, for one width and element type.
/// Every algorithm in this folder is written once over it. Members are instance members of empty structs because
/// netstandard2.0 has no static ones in interfaces; the JIT sees through both.
/// </summary>
/// <typeparam name="TVector">The register of elements.</typeparam>
/// <typeparam name="TBits">The register of integers as wide as an element.</typeparam>
/// <typeparam name="T">The element: float or double.</typeparam>
internal interface ILanes<TVector, TBits, T>
    where T : unmanaged
{
    /// <summary>Elements in a register.</summary>
    int Count { get; }

    /// <summary>Whether <see cref="MultiplyAdd"/> rounds once. False only where the hardware has no fused multiply-add.</summary>
    bool IsFused { get; }

    TVector Create(T value);

    TVector Load(ref T source, int index);

    void Store(TVector vector, ref T destination, int index);

    TVector Add(TVector left, TVector right);

    TVector Subtract(TVector left, TVector right);

    TVector Multiply(TVector left, TVector right);

    TVector Divide(TVector left, TVector right);

    /// <summary>left · right + addend.</summary>
    TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    /// <summary>Whether there is an instruction for <see cref="ScaleByPower"/>.</summary>
    bool ScalesByPowers { get; }

    /// <summary>value · 2^n for an integer n, rounded once: n may be as low as it likes. Only where <see cref="ScalesByPowers"/>.</summary>
    TVector ScaleByPower(TVector value, TVector n);

    /// <summary>The greater value; <paramref name="right"/> where it is NaN.</summary>
    TVector Max(TVector left, TVector right);

    TVector Min(TVector left, TVector right);

    /// <summary><paramref name="value"/> where left &gt; right does not hold, +0 where it does.</summary>
    TVector ZeroWhereGreater(TVector value, TVector left, TVector right);

    /// <summary><paramref name="value"/> where left and right differ, <paramref name="otherwise"/> where they are equal.</summary>
    TVector ReplaceWhereEqual(TVector value, TVector left, TVector right, TVector otherwise);

    /// <summary>The last <paramref name="count"/> lanes of <paramref name="value"/>, the others from <paramref name="otherwise"/>.</summary>
    TVector KeepLast(TVector value, int count, TVector otherwise);

    /// <summary>The lanes, each in the place of that which is so far away, a power of two: lane i in that of i ^ distance.</summary>
    TVector Exchange(TVector vector, int distance);

    /// <summary>The first lane.</summary>
    T ToScalar(TVector vector);

    /// <summary>Bit i is set where lane i of left and right are equal.</summary>
    ulong EqualMask(TVector left, TVector right);

    TBits CreateBits(long value);

    TBits ToBits(TVector vector);

    TVector FromBits(TBits bits);

    TBits AddBits(TBits left, TBits right);

    TBits SubtractBits(TBits left, TBits right);

    /// <summary>0 where the integer is negative.</summary>
    TBits ZeroWhereNegative(TBits integers);

    /// <summary>Integers, moved to where an element has its exponent.</summary>
    TBits ToExponents(TBits integers);

    /// <summary>What stands where an element has its sign and exponent, as an integer.</summary>
    TBits FromExponents(TBits bits);

    /// <summary>The sum of the lanes, in which so many registers of weights were counted: integers, so it has no order.</summary>
    long SumBits(TBits bits, int registers);

    /// <summary>Integers as elements, rounded, and what rounding lost of them.</summary>
    Pair<TVector> FromIntegers(TBits integers);
}
