using SoftKernels;

namespace QuickStart;

/// <summary>The five scores of the article.</summary>
[SoftKernel(Size = 5, ElementType = typeof(double), Extras = SoftExtras.Temperature)]
internal static partial class Scores;

/// <summary>Two values: the smallest softmax there is, for the charts and for the overflow that other libraries meet.</summary>
[SoftKernel(Size = 2)]
[SoftKernel(Size = 2, ElementType = typeof(double), Extras = SoftExtras.Temperature)]
internal static partial class Pair;
