namespace SoftKernels.Numerics;

/// <summary>A number as an unevaluated sum, |Low| at most half a unit in the last place of High.</summary>
/// <remarks>Without a constructor: ahead of time, none is inlined that has registers for type arguments.</remarks>
/// <typeparam name="T">A number, or a register of them.</typeparam>
internal struct Pair<T>
{
    internal T High;

    internal T Low;
}
