
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

    /// <summary>log 2 in two parts, for hardware that fuses multiply and add.</summary>
    T Ln2High { get; }

    T Ln2Low { get; }

    /// <summary>log 2 in three parts, the first two short enough for an exact product with any exponent in reach.</summary>
    T Ln2Short { get; }

    T Ln2Middle { get; }

    T Ln2Rest { get; }

    /// <summary>log 2 − <see cref="Ln2Short"/>, rounded.</summary>
    T Ln2AfterShort { get; }

    /// <summary>A power of two above every weight: adding it rounds a weight to a multiple of its last place.</summary>
    T CoarseGrid { get; }

    /// <summary>The coarse grid's unit; the fine grid's is 1, and its grid is <see cref="Rounder"/>.</summary>
    T CoarseUnit { get; }

    long CoarseGridBits { get; }

    /// <summary>The bits of √½.</summary>
    long RootHalfBits { get; }

    /// <summary>The bits of 2^(significand bits).</summary>
    long IntegerBits { get; }

    /// <summary>2^(significand bits): an element of that exponent counts by 1.</summary>
    T IntegerUnit { get; }

    /// <summary>Multiplying by this splits a number into halves.</summary>
    T Splitter { get; }

    T FromInteger(long value);

    /// <summary>A double, rounded to an element.</summary>
    T Narrow(double value);

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

    /// <summary>The sum of two pairs.</summary>
    Pair<T> Add(Pair<T> left, Pair<T> right);

    /// <summary>1/sum, rounded once as far as the type allows.</summary>
    T Reciprocal(ExactTotal sum);

    /// <inheritdoc cref="Reciprocal(ExactTotal)"/>
    T Reciprocal(Pair<T> sum);

    /// <summary>log-sum-exp − max of one row: <see cref="Kernel{TLanes, TFormat, TVector, TBits, T}.LogOfRest(ExactTotals{TBits}, TVector, TVector)"/>.</summary>
    T LogOfRest(Pair<T> rest, T max, T second);

    /// <summary>log-sum-exp of one row.</summary>
    T LogSumExp(Pair<T> rest, T max, T second);

    /// <summary>log-sum-exp − max of one row, a call: inlined, it would use up what the JIT inlines into a method.</summary>
    /// <param name="coarse">A number of the bits that a lane of the total's coarse count has.</param>
    /// <param name="fine">The same of its fine count.</param>
    /// <param name="max">The maximum.</param>
    /// <param name="second">The greatest value but that one.</param>
    T LogOfRest(T coarse, T fine, T max, T second);

    /// <summary>log-sum-exp of one row, a call.</summary>
    /// <inheritdoc cref="LogOfRest(T, T, T, T)"/>
    T LogSumExp(T coarse, T fine, T max, T second);

    /// <summary>log-sum-exp − max of one row, a call.</summary>
    T LogOfRest(ExactTotal rest, T max, T second);

    /// <summary>log-sum-exp of one row, a call.</summary>
    T LogSumExp(ExactTotal rest, T max, T second);

    /// <summary>The logarithm of a positive integer.</summary>
    T LogOfInteger(int value);
}
