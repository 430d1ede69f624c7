using SoftKernels;

namespace Playground.Softmax;

/// <summary>As many logits as there are bars; by any length the generated kernel of that size is found.</summary>
[SoftKernel(2, Extras = SoftExtras.Temperature)]
[SoftKernel(3, Extras = SoftExtras.Temperature)]
[SoftKernel(4, Extras = SoftExtras.Temperature)]
[SoftKernel(5, Extras = SoftExtras.Temperature)]
[SoftKernel(6, Extras = SoftExtras.Temperature)]
internal static partial class Bars
{
    public const int Fewest = 2;
    public const int Most = 6;
}

/// <summary>The two scores (x, 0) of the curves.</summary>
[SoftKernel(2, ElementType = typeof(double), Extras = SoftExtras.Temperature)]
internal static partial class Pair;
