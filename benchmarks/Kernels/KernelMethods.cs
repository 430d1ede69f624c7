using System;
using System.Collections.Generic;
using System.Reflection;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Kernels;

/// <summary>Our methods of one type and operation, found by name, of this build or of another that is loaded beside it.</summary>
/// <remarks>Function pointers, because a delegate to a static method shuffles the arguments: a nanosecond or two that no user pays.</remarks>
internal sealed unsafe class KernelMethods<T>
    where T : unmanaged
{
    private readonly nint _row;
    private readonly nint _rows;

    private KernelMethods(nint row, nint rows) => (_row, _rows) = (row, rows);

    public delegate*<ReadOnlySpan<T>, Span<T>, void> RowToRow => (delegate*<ReadOnlySpan<T>, Span<T>, void>)_row;

    public delegate*<ReadOnlySpan<T>, T> RowToValue => (delegate*<ReadOnlySpan<T>, T>)_row;

    public delegate*<ReadOnlySpan<T>, int> RowToIndex => (delegate*<ReadOnlySpan<T>, int>)_row;

    public delegate*<ReadOnlySpan<T>, Span<T>, void> Rows => (delegate*<ReadOnlySpan<T>, Span<T>, void>)_rows;

    public delegate*<ReadOnlySpan<T>, Span<int>, void> RowsToIndices => (delegate*<ReadOnlySpan<T>, Span<int>, void>)_rows;

    /// <summary>What was generated for one size in a build of these benchmarks.</summary>
    public static KernelMethods<T> Generated(Assembly benchmarks, Operation operation, int size)
    {
        string name = $"{typeof(KernelMethods<T>).Namespace}.{typeof(T).Name}{size}";
        Type type = benchmarks.GetType(name) ?? throw new MissingMemberException($"{benchmarks.Location} has no type {name}.");
        Type[] row = RowParameters(operation);
        return new(Pointer(type, $"{operation}{size}", row), Pointer(type, $"{operation}{size}Rows", RowsParameters(operation)));
    }

    /// <summary>The runtime's method for any length, which knows no rows.</summary>
    public static KernelMethods<T> SoftMath(Assembly runtime, Operation operation) =>
        new(Pointer(runtime.GetType($"{nameof(SoftKernels)}.{nameof(SoftMath)}", throwOnError: true)!, operation.ToString(), RowParameters(operation)), 0);

    private static Type[] RowParameters(Operation operation) =>
        operation.GivesRow() ? [typeof(ReadOnlySpan<T>), typeof(Span<T>)] : [typeof(ReadOnlySpan<T>)];

    private static Type[] RowsParameters(Operation operation) =>
        [typeof(ReadOnlySpan<T>), operation == Operation.ArgMax ? typeof(Span<int>) : typeof(Span<T>)];

    private static nint Pointer(Type type, string name, Type[] parameters) =>
        type.GetMethod(name, BindingFlags.Static | BindingFlags.Public, parameters)?.MethodHandle.GetFunctionPointer()
        ?? throw new MissingMemberException($"{type.Assembly.Location} has no method {type.Name}.{name}.");
}

internal static class Sizes
{
    public static IReadOnlyList<int> All { get; } = [2, 3, 4, 5, 7, 8, 10, 12, 16, 20, 24, 32, 48, 64, 100, 128, 256, 512, 1000, 1024, 4096];
}
