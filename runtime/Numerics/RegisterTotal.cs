using System.ComponentModel;

namespace SoftKernels.Numerics;

/// <summary>
/// The exact sum of the weights of a register or two: a number where one of twice the element's width holds it, else an
/// <see cref="ExactTotal"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RegisterTotal
{
    internal readonly double Sum;
    internal readonly long Coarse;
    internal readonly long Fine;

    internal RegisterTotal(double sum)
    {
        Sum = sum;
        Coarse = 0;
        Fine = 0;
    }

    internal RegisterTotal(ExactTotal exact)
    {
        Sum = 0;
        Coarse = exact.Coarse;
        Fine = exact.Fine;
    }
}
