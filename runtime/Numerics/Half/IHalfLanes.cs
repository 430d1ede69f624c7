#if NET8_0_OR_GREATER
namespace SoftKernels.Numerics;

/// <summary>Half to float and back, two registers of floats at a time. <see cref="HalfFormat"/> says why it is right.</summary>
internal interface IHalfLanes
{
    /// <summary>Elements at a time.</summary>
    static abstract int Count { get; }

    /// <summary>So many values, exactly: a NaN stays one.</summary>
    /// <param name="source">The bits of Half.</param>
    /// <param name="destination">Floats.</param>
    /// <param name="index">Where on either side.</param>
    static abstract void Widen(ref ushort source, ref float destination, nint index);

    /// <summary>So many results, rounded once, to nearest and ties to even. What rounds to a zero is +0.</summary>
    /// <param name="source">Floats.</param>
    /// <param name="destination">The bits of Half.</param>
    /// <param name="index">Where on either side.</param>
    static abstract void Narrow(ref float source, ref ushort destination, nint index);
}
#endif
