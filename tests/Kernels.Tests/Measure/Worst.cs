using System.Numerics;
using System.Threading;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;
using Xunit;

namespace SoftKernels.Kernels.Tests.Measure;

/// <summary>The worst result seen so far, with all that is needed to see it again. Safe to share between threads.</summary>
internal sealed class Worst<T>(string subject)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Lock _gate = new();
    private double _error;
    private string _replay = "nothing was off at all";

    /// <summary>Looks at a result, and gives its error back.</summary>
    public double See(double error, T actual, Reference exact, string method, Row<T> row, int index)
    {
        if (error <= _error)
        {
            return error;
        }

        lock (_gate)
        {
            if (error > _error)
            {
                _error = error;
                _replay = $"{method}, element {index}: {Shown.Exactly(actual)} for {exact.ToDouble():R}; {row}";
            }
        }

        return error;
    }

    public void AssertAtMost(double bound)
    {
        var report = $"{subject}: {_error:0.####} (bound {bound}): {_replay}";
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        Assert.True(_error <= bound, report);
    }
}
