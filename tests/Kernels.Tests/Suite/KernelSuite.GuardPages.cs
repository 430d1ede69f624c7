using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SoftKernels.Kernels.Tests.Memory;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

public abstract partial class KernelSuite<T>
{
    [Fact]
    [On(Hardware.Every)]
    public void Nothing_outside_the_spans_is_read_or_written()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The guard pages are made by Linux' mmap and mprotect.");

        const int mostRows = 35;
        var capacity = Math.Max(2 * Kernels[^1].Size, mostRows * 1024) * Unsafe.SizeOf<T>();
        using var source = new GuardedBuffer(capacity);
        using var results = new GuardedBuffer(capacity);

        foreach (var operation in Operations)
        {
            var values = Distributions<T>.Ordinary.Row(operation.Size, 1).Values;
            foreach (var (_, form) in operation.RowlessForms.Append(("", operation.Row)))
            {
                RunAtBothEnds(operation, form, values, source, results);
            }

            int[] counts = operation.Size <= 1024 ? [1, 2, 3, 5, 8, 13, 16, 19, mostRows] : [1, 2];
            foreach (var count in counts)
            {
                RunAtBothEnds(operation, operation.Rows, [.. Enumerable.Repeat(values, count).SelectMany(row => row)], source, results);
            }
        }
    }

    private static void RunAtBothEnds(Operation<T> operation, Form<T> form, T[] values, GuardedBuffer source, GuardedBuffer results)
    {
        var expected = operation.Bits(form, values);
        var bytes = MemoryMarshal.AsBytes<T>(values);

        bytes.CopyTo(source.First(bytes.Length));
        form(MemoryMarshal.Cast<byte, T>(source.First(bytes.Length)), results.First(expected.Length));
        Assert.Equal(expected, results.First(expected.Length));

        bytes.CopyTo(source.Last(bytes.Length));
        form(MemoryMarshal.Cast<byte, T>(source.Last(bytes.Length)), results.Last(expected.Length));
        Assert.Equal(expected, results.Last(expected.Length));
    }
}
