using SoftKernels;

namespace Twins;

/// <summary>A type of this name is annotated in the other project too, and in the program.</summary>
[SoftKernel(Size = 3)]
internal static partial class Digits;

public static class Right
{
    public static int Best(float[] scores) => Digits.ArgMax3(scores);
}
