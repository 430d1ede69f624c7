
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
{
    /// <summary>Elements in a register.</summary>
    int Count { get; }

    TVector Create(T value);

    TVector Load(ref T source, int index);

    void Store(TVector vector, ref T destination, int index);

    /// <summary>Stores where a register fills lines of the cache, in memory that does not move, without reading those lines first; by a fence it is seen by others.</summary>
    void StorePastCaches(TVector vector, ref T destination);

    /// <summary>Fewer elements than lanes, more than half as many: as halves that overlap, with −∞ in those lanes of the upper one that the lower one has.</summary>
    TVector LoadHalves(ref T source, int size);

    /// <summary>Stores such halves, the upper one first.</summary>
    void StoreHalves(TVector vector, ref T destination, int size);

    /// <summary>Stores lanes that hold integers.</summary>
    void StoreIndices(TVector indices, ref int destination, int index);

    TVector Add(TVector left, TVector right);

    TVector Subtract(TVector left, TVector right);

    TVector Multiply(TVector left, TVector right);

    /// <summary>left · right + addend: rounded once where the hardware fuses them.</summary>
    TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    /// <inheritdoc cref="MultiplyAdd(TVector, TVector, TVector)"/>
    /// <remarks>Numbers instead of registers that hold one in every lane: each call less is a call that the JIT need not inline.</remarks>
    TVector MultiplyAdd(TVector left, T right, T addend);

    /// <inheritdoc cref="MultiplyAdd(TVector, T, T)"/>
    TVector MultiplyAdd(TVector left, T right, TVector addend);

    /// <inheritdoc cref="MultiplyAdd(TVector, T, T)"/>
    TVector MultiplyAdd(TVector left, TVector right, T addend);

    TVector Add(TVector left, T right);

    TVector Subtract(T left, TVector right);

    TVector Subtract(TVector left, T right);

    /// <summary>The scale of weights: what <see cref="Scaled"/> takes as a sum with an exponent, from the exponent of the greatest value.</summary>
    /// <remarks>Exponents come with <see cref="IFormat{T}.Rounder"/> added; where the hardware scales by powers of two, the scale takes it away.</remarks>
    TVector Scale(TVector exponent);

    /// <summary>What lower values are raised to: their weights are 0 beside that of <paramref name="max"/>, and their exponents in range.</summary>
    /// <remarks>Where all exponents are in range it does not wait for the maximum: then nor do the exponentials.</remarks>
    TVector Lowest(TVector max);

    /// <summary>A value near 1 times a power of two, rounded once; 0 where that is far below the subnormals.</summary>
    /// <remarks>
    /// Where the hardware doesn't scale by powers, n is added to the exponent, and 0 given where that comes out negative: a tiny number
    /// instead would round to 0 when it is multiplied, but by an underflow, which costs more than all else here.
    /// </remarks>
    /// <param name="value">The value.</param>
    /// <param name="power">The sum of an exponent and a <see cref="Scale"/>.</param>
    TVector Scaled(TVector value, TVector power);

    /// <summary>The greater value; <paramref name="right"/> where it is NaN.</summary>
    TVector Max(TVector left, TVector right);

    TVector Min(TVector left, TVector right);

    /// <summary><paramref name="value"/> where left &gt; right does not hold, +0 where it does.</summary>
    TVector ZeroWhereGreater(TVector value, TVector left, TVector right);

    /// <summary><paramref name="value"/> where left and right differ, <paramref name="otherwise"/> where they are equal.</summary>
    TVector ReplaceWhereEqual(TVector value, TVector left, TVector right, TVector otherwise);

    /// <summary>The last <paramref name="count"/> lanes of <paramref name="value"/>, the others from <paramref name="otherwise"/>.</summary>
    TVector KeepLast(TVector value, int count, TVector otherwise);

    /// <summary>−∞, an absent value, in the lanes whose byte of a mask is 0; the others as they are.</summary>
    TVector LeaveOut(TVector values, ref byte mask);

    /// <summary>−∞ in the lanes whose bit is 0: bit i is lane i's, and further bits mean nothing.</summary>
    TVector LeaveOutBits(TVector values, ulong bits);

    /// <summary>The greatest of all lanes, in every lane.</summary>
    TVector MaxInEveryLane(TVector vector);

    /// <summary>The lanes, each in the place of that which is so far away, a power of two: lane i in that of i ^ distance.</summary>
    TVector Exchange(TVector vector, int distance);

    /// <inheritdoc cref="Exchange"/>
    TBits ExchangeBits(TBits bits, int distance);

    /// <summary>The first lane.</summary>
    T ToScalar(TVector vector);

    /// <summary>The first lane of integers.</summary>
    long ToInteger(TBits bits);

    /// <summary>Bit i is set where lane i of left and right are equal.</summary>
    ulong EqualMask(TVector left, TVector right);

    /// <summary>Bit i is set where lane i of left is that of right at least; not where either is NaN.</summary>
    ulong AtLeastMask(TVector left, TVector right);

    /// <summary>Whether all lanes of left and right are equal.</summary>
    bool AreEqual(TVector left, TVector right);

    /// <summary>Whether all lanes are below a limit in magnitude.</summary>
    bool AreWithin(TVector vector, T limit);

    TBits CreateBits(long value);

    TBits ToBits(TVector vector);

    TVector FromBits(TBits bits);

    TBits AddBits(TBits left, TBits right);

    TBits SubtractBits(TBits left, TBits right);

    /// <summary>The sum of the lanes, in which so many registers of weights were counted: integers, so it has no order.</summary>
    long SumBits(TBits bits, int registers);

    /// <summary>The exact sum of a register of weights, for registers of floats.</summary>
    /// <remarks>Rounded to the fine grid they are integers; a double holds far more than two registers have, so it sums them in any order.</remarks>
    double Sum(TVector weights);

    /// <inheritdoc cref="Sum(TVector)"/>
    double Sum(TVector weights, TVector more);

    /// <summary>1 / total, lane by lane, as a sum of two: a power of two near it, and what is left.</summary>
    TVector Reciprocal(ExactTotals<TBits> totals, out TVector power);

    /// <summary>The total in the first lane, and what a double lacks of it, as far as the element asks for that.</summary>
    double FirstTotal(ExactTotals<TBits> totals, out double low);

    /// <summary>log-sum-exp − max, lane by lane; not inlined, but for what precedes it.</summary>
    /// <param name="rest">The total of the weights of all values but one maximum.</param>
    /// <param name="max">The maximum.</param>
    /// <param name="exponent">The exponent of the greatest value but that one, as <c>Kernel.Exponent</c> gives it.</param>
    TVector LogOfRest(ExactTotals<TBits> rest, TVector max, TVector exponent);

    /// <summary>What softmax leaves for all values but one maximum, lane by lane.</summary>
    /// <inheritdoc cref="LogOfRest(ExactTotals{TBits}, TVector, TVector)"/>
    TVector ShareOfRest(ExactTotals<TBits> rest, TVector max, TVector exponent);

    /// <summary>log-sum-exp, lane by lane.</summary>
    /// <inheritdoc cref="LogOfRest(ExactTotals{TBits}, TVector, TVector)"/>
    TVector LogSumExp(ExactTotals<TBits> rest, TVector max, TVector exponent);

    /// <summary>The same at a temperature, divided by it.</summary>
    /// <inheritdoc cref="LogOfRest(ExactTotals{TBits}, TVector, TVector)"/>
    TVector LogOfRest(ExactTotals<TBits> rest, TVector max, TVector exponent, double rate, double rateLow);

    /// <summary>log-sum-exp at a temperature, lane by lane.</summary>
    /// <inheritdoc cref="LogOfRest(ExactTotals{TBits}, TVector, TVector, double, double)"/>
    TVector LogSumExp(ExactTotals<TBits> rest, TVector max, TVector exponent, double rate, double rateLow, double temperature);

    /// <summary>
    /// Of what a tree over registers combines at a level, one half; <see cref="TreeUpper"/> has the other half in the same lanes. A level pairs
    /// registers of twice as many rows as the one before; after the last, lane r is what register r has come to.
    /// </summary>
    TVector TreeLower(int level, TVector left, TVector right);

    /// <inheritdoc cref="TreeLower"/>
    TVector TreeUpper(int level, TVector left, TVector right);

    /// <summary>The greater of the two halves.</summary>
    TVector TreeMax(int level, TVector left, TVector right);

    /// <summary>The sum of the two halves.</summary>
    TBits TreeAdd(int level, TBits left, TBits right);

    /// <summary>Turns as many rows as there are lanes into columns, a register each.</summary>
    void LoadColumns(ref T source, int size, ref T columns);

    /// <summary>Turns such columns into rows again.</summary>
    void StoreColumns(ref T columns, int size, ref T destination);
}
