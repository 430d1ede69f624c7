namespace SoftKernels.Numerics;

/// <summary>The constants of an element type, and the polynomials fitted to its precision. docs/numerics.md derives them.</summary>
/// <typeparam name="T">The element: float or double.</typeparam>
internal interface IFormat<T>
    where T : unmanaged
{
    /// <summary>Stored bits of the significand.</summary>
    int ExponentBias { get; }

    T Zero { get; }

    T Half { get; }

    T One { get; }

    T Two { get; }

    T NaN { get; }

    T NegativeInfinity { get; }

    /// <summary>Where every logit is finite and the greatest is below this in magnitude, exp needs no shift at all.</summary>
    T UnshiftedLimit { get; }

    /// <summary>A greatest logit is raised to this: far below it every weight is 0, and the exponent stays small.</summary>
    T LowestLogit { get; }

    T Log2E { get; }

    /// <summary>1.5 · 2^(significand bits): adding it rounds to an integer, and leaves that in the low bits.</summary>
    T Rounder { get; }

    long RounderBits { get; }

    /// <summary>
    /// e^-reach of the heaviest weight rounds to nothing: its exponent, bias included, is negative, but not so far that a shift would lose it.
    /// </summary>
    T Reach { get; }

    /// <summary>log 2 in two parts, for hardware that fuses multiply and add.</summary>
    T Ln2High { get; }

    T Ln2Low { get; }

    /// <summary>log 2 in three parts, the first two short enough for an exact product with any exponent in reach.</summary>
    T Ln2Short { get; }

    T Ln2Middle { get; }

    T Ln2Rest { get; }

    /// <summary>log 2 − <see cref="Ln2Short"/>, rounded.</summary>
    T Ln2AfterShort { get; }

    /// <summary>The heaviest weight lies in [2^e / √2, 2^e · √2) for this e, so that one multiplication underflows, not two.</summary>
    int WeightExponent { get; }

    /// <summary>2^-<see cref="WeightExponent"/>.</summary>
    T InverseWeightUnit { get; }

    /// <summary>A power of two above every weight: adding it rounds a weight to a multiple of its last place.</summary>
    T CoarseGrid { get; }

    /// <summary>The coarse grid's unit; the fine grid's is 1, and its grid is <see cref="Rounder"/>.</summary>
    T CoarseUnit { get; }

    long CoarseGridBits { get; }

    /// <summary>The bits of √½.</summary>
    long RootHalfBits { get; }

    /// <summary>The bits of 2^(significand bits).</summary>
    long IntegerBits { get; }

    T Integer { get; }

    /// <summary>Multiplying by this splits a number into halves.</summary>
    T Splitter { get; }

    /// <summary>Scaling down by 2 to more than this, in two steps, rounds once.</summary>
    T FirstStepFloor { get; }

    T SecondStepFloor { get; }

    T FromInteger(long value);

    /// <summary>e^t − 1 for |t| ≤ (log 2)/2.</summary>
    TVector ExpMinusOne<TLanes, TVector, TBits>(TVector t)
        where TLanes : struct, ILanes<TVector, TBits, T>;

    /// <summary>(log((1 + z)/(1 − z)) − 2z)/z, as a function of z² ≤ 0.0295.</summary>
    TVector LogSeries<TLanes, TVector, TBits>(TVector square)
        where TLanes : struct, ILanes<TVector, TBits, T>;

    bool IsNaN(T value);

    bool IsFinite(T value);

    /// <summary>Whether the greatest logit of a row is small enough for exp without a shift.</summary>
    bool IsOrdinary(T max);

    T Add(T left, T right);

    T Subtract(T left, T right);

    /// <summary>One integer over another, correctly rounded.</summary>
    T Quotient(int numerator, int denominator);

    /// <summary>value + 0: turns −0 into +0.</summary>
    T PlusZero(T value);

    /// <summary>The total in units of the fine grid.</summary>
    Pair<T> ToPair(ExactTotal total);

    /// <inheritdoc cref="RowMath{TLanes, TFormat, TVector, TBits, T}.Add"/>
    Pair<T> Add(Pair<T> left, Pair<T> right);

    /// <summary>1/sum, rounded once as far as the type allows.</summary>
    T Reciprocal(ExactTotal sum);

    /// <inheritdoc cref="Reciprocal(ExactTotal)"/>
    T Reciprocal(Pair<T> sum);

    /// <inheritdoc cref="RowMath{TLanes, TFormat, TVector, TBits, T}.LogOfRest"/>
    T LogOfRest(Pair<T> rest, T max, T second);

    /// <inheritdoc cref="RowMath{TLanes, TFormat, TVector, TBits, T}.LogSumExp"/>
    T LogSumExp(Pair<T> rest, T max, T second);

    /// <summary>The logarithm of a positive integer.</summary>
    T LogOfInteger(int value);
}
