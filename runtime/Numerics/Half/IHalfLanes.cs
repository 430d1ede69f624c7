#if NET8_0_OR_GREATER
namespace SoftKernels.Numerics;

/// <summary>Half to float and back, for one register of floats: two of them at a time, which may overlap. <see cref="HalfFormat"/> says why it is right.</summary>
internal interface IHalfLanes
{
    /// <summary>Floats of a register.</summary>
    static abstract int Count { get; }

    /// <summary>Values, exactly: a NaN stays one.</summary>
    /// <param name="source">The bits of Half.</param>
    /// <param name="destination">Floats.</param>
    /// <param name="index">Where on either side the one register begins.</param>
    /// <param name="next">Where the other does.</param>
    static abstract void Widen(ref ushort source, ref float destination, nint index, nint next);

    /// <summary>Results, each rounded once: to nearest, ties to even. What rounds to a zero is +0.</summary>
    /// <param name="source">Floats.</param>
    /// <param name="destination">The bits of Half.</param>
    /// <param name="index">Where on either side the one register begins.</param>
    /// <param name="next">Where the other does.</param>
    static abstract void Narrow(ref float source, ref ushort destination, nint index, nint next);
}
#endif
