using System;
using System.Numerics;

namespace SoftKernels.Accuracy.Survey;

internal static class ExactSum
{
    /// <summary>|Σ − 1|, with every rounding error of the sum carried along.</summary>
    public static double FromOne<T>(T[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (sum, lost) = (-1.0, 0.0);
        foreach (var element in values)
        {
            var value = double.CreateChecked(element);
            var next = sum + value;
            var taken = next - sum;
            lost += (sum - (next - taken)) + (value - taken);
            sum = next;
        }

        return Math.Abs(sum + lost);
    }
}
