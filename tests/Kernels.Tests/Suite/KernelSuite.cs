using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>Everything that is promised of an element type, one file a promise.</summary>
public abstract partial class KernelSuite<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static IReadOnlyList<KernelSet<T>>? s_kernels;
    private readonly IOracle<T> _oracle;

    private protected KernelSuite(Type kernels, IOracle<T> oracle)
    {
        _oracle = oracle;
        Kernels = s_kernels ??= KernelSet<T>.DeclaredOn(kernels);
    }

    private IReadOnlyList<KernelSet<T>> Kernels { get; }

    private IEnumerable<Operation<T>> Operations => Kernels.SelectMany(kernel => kernel.All);

    private KernelSet<T> KernelOf(int size) => Kernels.Single(kernel => kernel.Size == size);

    private static void AssertBits(Operation<T> operation, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, string method, Row<T> row)
    {
        if (operation.IsValued)
        {
            AssertBits(MemoryMarshal.Cast<byte, T>(expected), MemoryMarshal.Cast<byte, T>(actual), method, row);
        }
        else
        {
            AssertBits(MemoryMarshal.Cast<byte, int>(expected), MemoryMarshal.Cast<byte, int>(actual), method, row);
        }
    }

    private static void AssertBits<TResult>(ReadOnlySpan<TResult> expected, ReadOnlySpan<TResult> actual, string method, Row<T> row)
        where TResult : unmanaged
    {
        var left = MemoryMarshal.AsBytes(expected);
        var right = MemoryMarshal.AsBytes(actual);
        if (!left.SequenceEqual(right))
        {
            var element = left.CommonPrefixLength(right) / Unsafe.SizeOf<TResult>();
            Assert.Fail($"{method}: element {element} is {Shown.Exactly(actual[element])}, not {Shown.Exactly(expected[element])}; {row}");
        }
    }
}
