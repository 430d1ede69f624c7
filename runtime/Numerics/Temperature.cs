namespace SoftKernels.Numerics;

/// <summary>
/// A temperature τ, and what follows from it for weights e^(x/τ): it enters the range reduction, since values divided by it first would lose what
/// rounding loses of their quotients, 65 units of a weight at e^-80.
/// </summary>
/// <typeparam name="T">The element: float or double.</typeparam>
internal struct Temperature<T>
{
    /// <summary>Temperatures below or above these make numbers that are no longer normal: rows are brought near 1 first.</summary>
    public const double Coldest = 1d / (1L << 60);

    /// <inheritdoc cref="Coldest"/>
    public const double Hottest = 1L << 60;

    /// <summary>τ.</summary>
    public T Value;

    /// <summary>What values are multiplied by before they are weighed, a power of two: 1 in ordinary rows.</summary>
    public T Factor;

    /// <summary>τ · <see cref="Factor"/>.</summary>
    public T Divisor;

    /// <summary>log₂e / <see cref="Divisor"/>, to the first digits.</summary>
    public T Rate;

    /// <summary>What they lack.</summary>
    public T RateLow;

    /// <summary>1 / <see cref="Divisor"/>, to the first digits, where it is needed.</summary>
    public T Inverse;

    /// <summary>What they lack.</summary>
    public T InverseLow;

    /// <summary>A row whose maximum is below this in magnitude needs neither shift nor factor.</summary>
    public T Limit;

    /// <summary>A greatest value is raised to this, as <see cref="IFormat{T}.LowestLogit"/> times the temperature.</summary>
    public T Floor;

    /// <summary>So far below the greatest, a value weighs nothing.</summary>
    public T Reach;
}
