using System;

namespace SoftKernels.Kernels.Tests.Measure;

internal static class Allocations
{
    // A collection that another thread starts may be booked on this one, or empty a pool; a method that allocates does so every time.
    private const int Attempts = 20;

    /// <summary>The fewest bytes that one of several calls allocates, after a first one.</summary>
    public static long Least(Action call)
    {
        call();
        var least = long.MaxValue;
        for (var attempt = 0; attempt < Attempts && least > 0; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
