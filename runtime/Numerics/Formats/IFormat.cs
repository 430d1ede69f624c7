
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

    /// <summary>The coarse grid's unit, as a power of two of the fine grid's.</summary>
    int CoarseUnitBits { get; }

    T FromInteger(long value);

    /// <summary>e^t − 1 for |t| ≤ (log 2)/2.</summary>
    TVector ExpMinusOne<TLanes, TVector, TBits>(TVector t)
        where TLanes : struct, ILanes<TVector, TBits, T>;

    bool IsNaN(T value);

    bool AreEqual(T left, T right);

    bool IsGreater(T left, T right);

    bool IsFinite(T value);

    /// <summary>Whether the greatest logit of a row is small enough for exp without a shift.</summary>
    bool IsOrdinary(T max);

    /// <summary>With <see cref="OtherHalfOfUnit"/>, what the greatest weight is multiplied by to be 1.</summary>
    T HalfOfUnit { get; }

    /// <inheritdoc cref="HalfOfUnit"/>
    T OtherHalfOfUnit { get; }

    T Add(T left, T right);

    T Subtract(T left, T right);

    /// <summary>One integer over another, both below 2^53, correctly rounded.</summary>
    T Quotient(long numerator, long denominator);

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
    /// <inheritdoc cref="LogOfRest(double, double, T, T)"/>
    T LogSumExp(double total, double low, T max, T exponent);

    /// <summary>What <see cref="LogOfRest(double, double, T, T)"/> has lost by its last rounding, where a wider type knows that; a call.</summary>
    /// <inheritdoc cref="LogOfRest(double, double, T, T)"/>
    T LostByLogOfRest(double total, double low, T max, T exponent);

    /// <summary>What softmax leaves for all values but one maximum, of one row: s / (1 + s), s = Σ exp(xᵢ − max) over those; a call.</summary>
    /// <inheritdoc cref="LogOfRest(double, double, T, T)"/>
    T ShareOfRest(double total, double low, T max, T exponent);

    /// <summary>The entropy of one row's softmax, a call: log(1 + s) + Σ exp(xᵢ − max)·(max − xᵢ) / (1 + s).</summary>
    /// <param name="total">The total of the weights of all values but one maximum.</param>
    /// <param name="moment">The total of those weights times the values' distances from the maximum, in the same unit.</param>
    /// <param name="max">The maximum.</param>
    /// <param name="exponent">The exponent of the greatest value but that one, as <c>Kernel.Exponent</c> gives it.</param>
    T Entropy(Pair<double> total, Pair<double> moment, T max, T exponent);

    /// <summary>Multiplying by this splits a number into halves.</summary>
    T Splitter { get; }

    /// <summary>A power of two that makes room for <see cref="Splitter"/> times the greatest number, and its reciprocal.</summary>
    T ScaleDown { get; }

    /// <inheritdoc cref="ScaleDown"/>
    T ScaleUp { get; }

    /// <summary>A temperature, 0 or positive and finite, and what weights need of it.</summary>
    /// <param name="value">The temperature.</param>
    /// <param name="isBeyond">Whether a row is not ordinary: then its values are multiplied by a power of two that brings the temperature near 1.</param>
    /// <param name="temperature">What weights need of it.</param>
    void TemperatureOf(T value, bool isBeyond, out Temperature<T> temperature);

    double ToDouble(T value);

    /// <summary>A value that came from <see cref="ToDouble"/>.</summary>
    T FromDouble(double value);

    /// <summary>Adds what log-softmax needs of a temperature, which divides by it: a reciprocal whose second part is positive, so that −∞ times both is −∞.</summary>
    void Invert(ref Temperature<T> temperature);

    /// <summary>Whether a row's maximum is so many temperatures large that it must be taken from all values first: exactly, where they weigh anything.</summary>
    bool NeedsShift(T max, in Temperature<T> temperature);

    /// <summary>Whether a magnitude is below a limit.</summary>
    bool IsWithin(T value, T limit);

    /// <summary>(log-sum-exp − max) / τ of one row, a call.</summary>
    /// <param name="total">The total of the weights of all values but one maximum, to the first digits.</param>
    /// <param name="low">What they lack.</param>
    /// <param name="max">The maximum, as it is weighed.</param>
    /// <param name="exponent">The exponent of the greatest value but that one, as <c>Kernel.ExponentAt</c> gives it.</param>
    /// <param name="temperature">The temperature.</param>
    T LogOfRest(double total, double low, T max, T exponent, in Temperature<T> temperature);

    /// <summary>log-sum-exp of one row at a temperature, a call.</summary>
    /// <inheritdoc cref="LogOfRest(double, double, T, T, in Temperature{T})"/>
    T LogSumExp(double total, double low, T max, T exponent, in Temperature<T> temperature, T greatest);

    /// <summary>The logarithm of a positive integer.</summary>
    T LogOfInteger(long value);
}
