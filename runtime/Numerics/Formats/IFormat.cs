
namespace SoftKernels.Numerics;

/// <summary>The constants of an element type, and the polynomials fitted to its precision. docs/numerics.md derives them.</summary>
/// <typeparam name="T">The element: float or double.</typeparam>
internal interface IFormat<T>
{
    T Zero { get; }

    T One { get; }

    T NaN { get; }

    T NegativeInfinity { get; }

    T PositiveInfinity { get; }

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

    /// <summary>A power of two above every weight: adding it rounds a weight to a multiple of its last place, the coarse unit.</summary>
    T CoarseGrid { get; }

    long CoarseGridBits { get; }

    /// <summary>Adding it rounds what the fine grid, whose unit is 1, has left over, and leaves that in the low bits.</summary>
    T FinestGrid { get; }

    long FinestGridBits { get; }

    T FromInteger(long value);

    /// <summary>e^t − 1 for |t| ≤ (log 2)/2.</summary>
    TVector ExpMinusOne<TLanes, TVector, TBits>(TVector t)
        where TLanes : struct, ILanes<TVector, TBits, T>;

    bool IsNaN(T value);

    bool AreEqual(T left, T right);

    bool IsFinite(T value);

    /// <summary>Whether the greatest logit of a row is small enough for exp without a shift.</summary>
    bool IsOrdinary(T max);

    T Add(T left, T right);

    T Subtract(T left, T right);

    /// <summary>One integer over another, correctly rounded.</summary>
    T Quotient(int numerator, int denominator);

    /// <summary>value + 0: turns −0 into +0.</summary>
    T PlusZero(T value);

    /// <summary>The total in units of the fine grid, to the digits that the element asks for.</summary>
    Pair<double> ToPair(ExactTotal total);

    /// <inheritdoc cref="ToPair(ExactTotal)"/>
    Pair<double> ToPair(in LongTotal total);

    /// <summary>1 / total as a sum of two: a power of two near it, and what is left.</summary>
    T Reciprocal(Pair<double> total, out T power);

    /// <summary>log-sum-exp − max of one row, a call: inlined, it would use up what the JIT inlines into a method.</summary>
    /// <param name="total">The total of the weights of all values but one maximum, to the first digits.</param>
    /// <param name="low">What they lack.</param>
    /// <param name="max">The maximum.</param>
    /// <param name="exponent">The exponent of the greatest value but that one, as <c>Kernel.Exponent</c> gives it.</param>
    /// <remarks>Numbers, because they stay in registers, where registers would go through memory.</remarks>
    T LogOfRest(double total, double low, T max, T exponent);

    /// <summary>log-sum-exp of one row, a call.</summary>
    /// <inheritdoc cref="LogOfRest"/>
    T LogSumExp(double total, double low, T max, T exponent);

    /// <summary>The logarithm of a positive integer.</summary>
    T LogOfInteger(int value);
}
