using System;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>Which span begins where, in plain words.</summary>
[On(Hardware.Any)]
public sealed class OverlapMessageTests
{
    [Theory]
    [InlineData(4, 7, "'probabilities' begins 3 values after the input and overlaps it")]
    [InlineData(7, 6, "'probabilities' begins 1 value before the input and overlaps it")]
    public void An_overlap_says_what_begins_where(int source, int destination, string words)
    {
        var buffer = new float[20];
        var generated = Assert.Throws<ArgumentException>(() => SingleKernels.Softmax10(buffer.AsSpan(source, 10), buffer.AsSpan(destination, 10)));
        var library = Assert.Throws<ArgumentException>(() => SoftMath.Softmax(buffer.AsSpan(source, 10), buffer.AsSpan(destination, 10)));

        Assert.StartsWith(words, generated.Message, StringComparison.Ordinal);
        Assert.StartsWith(words, library.Message, StringComparison.Ordinal);
    }

    /// <summary>Two views of the same bytes need not lie a whole value apart.</summary>
    [Fact]
    public void Less_than_a_value_is_said_in_bytes()
    {
        var bytes = new byte[100];
        var exception = Assert.Throws<ArgumentException>(() => SoftMath.Softmax(
            System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(bytes.AsSpan(4, 40)), System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(bytes.AsSpan(6, 40))));

        Assert.StartsWith("'probabilities' begins 2 bytes after the input and overlaps it", exception.Message, StringComparison.Ordinal);
    }
}
