using SoftKernels;

namespace Covered.Library;

/// <summary>Lines and branches of its own, all of which the tests reach, and a kernel.</summary>
[SoftKernel(Size = 10)]
public static partial class Vote
{
    public static int Winner(float[] logits)
    {
        if (logits.Length == 0)
        {
            return -1;
        }

        return ArgMax10(logits);
    }
}
