
namespace SoftKernels.Numerics;

/// <summary>A number as an unevaluated sum, |Low| at most half a unit in the last place of High.</summary>
/// <typeparam name="T">A number, or a register of them.</typeparam>
internal readonly struct Pair<T>(T high, T low)
{
    internal readonly T High = high;

    internal readonly T Low = low;
}
