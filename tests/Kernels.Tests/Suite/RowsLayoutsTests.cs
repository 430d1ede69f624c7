using System.Linq;
using SoftKernels.Numerics;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>From which size on rows go together, as it was measured: bits do not show where a threshold stands, only time does.</summary>
[On(Hardware.Any)]
public sealed class RowsLayoutsTests
{
    /// <param name="lanes">Values in a register.</param>
    /// <param name="across">The ranges of sizes, ends included, that go across lanes; all others to 256 go together.</param>
    [Theory]
    [InlineData(16, "1-28, 33-40, 49-51, 257-300")]
    [InlineData(8, "1-21, 25-27, 257-300")]
    [InlineData(4, "1-15, 17-18, 257-300")]
    public void Sizes_that_go_across_lanes_rather_than_together(int lanes, string across) =>
        Assert.Equal(across, Ranges([.. Enumerable.Range(1, 300).Where(size => !RowsLayouts.AreWeightsFasterTogether(size, lanes))]));

    private static string Ranges(int[] sizes) => string.Join(", ", sizes
        .Select((size, i) => (size, Group: size - i))
        .GroupBy(pair => pair.Group, pair => pair.size)
        .Select(group => group.First() == group.Last() ? $"{group.First()}" : $"{group.First()}-{group.Last()}"));
}
