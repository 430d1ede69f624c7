#if NET8_0_OR_GREATER
namespace SoftKernels.Numerics;

/// <summary>Half in memory, float in a register. <see cref="HalfFormat"/> says why both ways are exact.</summary>
internal interface IHalfLanes
{
    /// <summary>Elements in a register of floats.</summary>
    static abstract int Count { get; }

    /// <summary>As many values as lanes, exactly: a NaN stays one.</summary>
    /// <param name="source">The bits of Half.</param>
    /// <param name="destination">Floats.</param>
    /// <param name="index">Where on either side.</param>
    static abstract void Widen(ref ushort source, ref float destination, nint index);

    /// <summary>As many results as lanes, rounded once, to nearest and ties to even. What rounds to a zero is +0.</summary>
    /// <param name="source">Floats.</param>
    /// <param name="destination">The bits of Half.</param>
    /// <param name="index">Where on either side.</param>
    static abstract void Narrow(ref float source, ref ushort destination, nint index);
}
#endif
