using System;
using System.Collections.Generic;
using System.Reflection;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Kernels;

/// <summary>The generated methods of one size, type and operation, found by name.</summary>
/// <remarks>Function pointers, because a delegate to a static method shuffles the arguments: a nanosecond or two that no user pays.</remarks>
internal sealed unsafe class GeneratedKernel<T>
    where T : unmanaged
{
    private readonly nint _row;
    private readonly nint _rows;

    public GeneratedKernel(Operation operation, int size)
    {
        Type type = Type.GetType($"{typeof(GeneratedKernel<T>).Namespace}.{typeof(T).Name}{size}", throwOnError: true)!;
        _row = Pointer(type, $"{operation}{size}");
        _rows = Pointer(type, $"{operation}{size}Rows");
    }

    public delegate*<ReadOnlySpan<T>, Span<T>, void> RowToRow => (delegate*<ReadOnlySpan<T>, Span<T>, void>)_row;

    public delegate*<ReadOnlySpan<T>, T> RowToValue => (delegate*<ReadOnlySpan<T>, T>)_row;

    public delegate*<ReadOnlySpan<T>, int> RowToIndex => (delegate*<ReadOnlySpan<T>, int>)_row;

    public delegate*<ReadOnlySpan<T>, Span<T>, void> Rows => (delegate*<ReadOnlySpan<T>, Span<T>, void>)_rows;

    public delegate*<ReadOnlySpan<T>, Span<int>, void> RowsToIndices => (delegate*<ReadOnlySpan<T>, Span<int>, void>)_rows;

    private static nint Pointer(Type type, string name) =>
        type.GetMethod(name, BindingFlags.Static | BindingFlags.Public)!.MethodHandle.GetFunctionPointer();
}

internal static class Sizes
{
    public static IReadOnlyList<int> All { get; } = [2, 3, 4, 5, 7, 8, 10, 12, 16, 20, 24, 32, 48, 64, 100, 128, 256, 512, 1000, 1024, 4096];
}
