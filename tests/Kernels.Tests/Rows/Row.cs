using System.Linq;
using System.Numerics;
using SoftKernels.Kernels.Tests.Measure;

namespace SoftKernels.Kernels.Tests.Rows;

/// <summary>Values, and where they came from.</summary>
internal sealed record Row<T>(string Origin, T[] Values)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Printable = 8;

    public override string ToString()
    {
        var shown = string.Join(", ", Values.Take(Printable).Select(Shown.Exactly));
        return $"{Origin}, N = {Values.Length}: [{shown}{(Values.Length > Printable ? ", …" : "")}]";
    }
}
