using SoftKernels.Kernels.Tests.Measure;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

public abstract partial class KernelSuite<T>
{
    [Fact]
    [On(Hardware.Every)]
    public void Nothing_is_allocated()
    {
        foreach (var operation in Operations)
        {
            var source = new T[operation.Size];
            var results = new byte[operation.BytesPerRow];
            foreach (var (name, form) in operation.Forms)
            {
                var allocated = Allocations.Least(() => form(source, results));
                Assert.True(allocated == 0, $"{name} allocated {allocated} bytes.");
            }
        }
    }
}
