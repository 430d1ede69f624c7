using System;
using System.Linq;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

public abstract partial class KernelSuite<T>
{
    // A collection that another thread starts may be booked on this one; a method that allocates does so every time.
    private const int Attempts = 5;

    [Fact]
    public void Nothing_is_allocated()
    {
        foreach (var operation in Operations)
        {
            var source = new T[operation.Size];
            var results = new byte[operation.BytesPerRow];
            foreach (var (name, form) in operation.Forms)
            {
                form(source, results);
                var allocated = Enumerable.Range(0, Attempts).Min(_ => AllocatedBy(form, source, results));
                Assert.True(allocated == 0, $"{name} allocated {allocated} bytes.");
            }
        }
    }

    private static long AllocatedBy(Form<T> form, T[] source, byte[] results)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        form(source, results);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
