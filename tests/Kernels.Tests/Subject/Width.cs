using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoftKernels.Numerics;

namespace SoftKernels.Kernels.Tests.Subject;

/// <summary>The library's loops at one register width, or one value at a time.</summary>
/// <param name="Name">The width, for a failure.</param>
/// <param name="Lanes">How many values a register holds.</param>
/// <param name="HasBlocks">Whether rows go in blocks at this width.</param>
/// <param name="Rows">The loops.</param>
internal sealed record Width<T>(string Name, int Lanes, bool HasBlocks, IRows<T> Rows)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string Generic = "generic";

    /// <summary>The widths that this machine has, as they are written out and as the one generic definition, after the scalar one.</summary>
    public static IReadOnlyList<Width<T>> All { get; } =
        (IReadOnlyList<Width<T>>)(typeof(T) == typeof(float) ? Singles() : (object)Doubles());

    /// <summary>Those that are used, the scalar one first.</summary>
    public static IReadOnlyList<Width<T>> WrittenOut { get; } = [.. All.Where(width => !width.Name.EndsWith(Generic, StringComparison.Ordinal))];

    public IReadOnlyList<(OperationKind Kind, Form<T> Row, Blocks<T> Blocks)> Operations { get; } =
    [
        (OperationKind.Softmax, (source, results) => Rows.Softmax(source, As<T>(results)), (source, results, size, row) => Rows.Softmax(source, As<T>(results), size, row)),
        (OperationKind.LogSoftmax, (source, results) => Rows.LogSoftmax(source, As<T>(results)), (source, results, size, row) => Rows.LogSoftmax(source, As<T>(results), size, row)),
        (OperationKind.HardMax, (source, results) => Rows.HardMax(source, As<T>(results)), (source, results, size, row) => Rows.HardMax(source, As<T>(results), size, row)),
        (OperationKind.LogSumExp, (source, results) => As<T>(results)[0] = Rows.LogSumExp(source), (source, results, size, row) => Rows.LogSumExp(source, As<T>(results), size, row)),
        (OperationKind.Max, (source, results) => As<T>(results)[0] = Rows.Max(source), (source, results, size, row) => Rows.Max(source, As<T>(results), size, row)),
        (OperationKind.ArgMax, (source, results) => As<int>(results)[0] = Rows.ArgMax(source), (source, results, size, row) => Rows.ArgMax(source, As<int>(results), size, row)),
    ];

    public override string ToString() => Name;

    private static Span<TResult> As<TResult>(Span<byte> bytes)
        where TResult : unmanaged => MemoryMarshal.Cast<byte, TResult>(bytes);

    private static List<Width<float>> Singles()
    {
        List<Width<float>> widths = [new("scalar", 1, false, Registers.Single)];
        if (Vector128.IsHardwareAccelerated)
        {
            widths.Add(new("128 bits", 4, true, Registers.Single128));
            widths.Add(new($"128 bits, {Generic}", 4, true, default(Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>)));
        }

        if (Vector256.IsHardwareAccelerated)
        {
            widths.Add(new("256 bits", 8, true, Registers.Single256));
            widths.Add(new($"256 bits, {Generic}", 8, true, default(Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>)));
        }

        if (Vector512.IsHardwareAccelerated)
        {
            widths.Add(new("512 bits", 16, true, Registers.Single512));
            widths.Add(new($"512 bits, {Generic}", 16, true, default(Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>)));
        }

        return widths;
    }

    private static List<Width<double>> Doubles()
    {
        List<Width<double>> widths = [new("scalar", 1, false, Registers.Double)];
        if (Vector128.IsHardwareAccelerated)
        {
            widths.Add(new("128 bits", 2, false, Registers.Double128));
            widths.Add(new($"128 bits, {Generic}", 2, false, default(Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>)));
        }

        if (Vector256.IsHardwareAccelerated)
        {
            widths.Add(new("256 bits", 4, true, Registers.Double256));
            widths.Add(new($"256 bits, {Generic}", 4, true, default(Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>)));
        }

        if (Vector512.IsHardwareAccelerated)
        {
            widths.Add(new("512 bits", 8, true, Registers.Double512));
            widths.Add(new($"512 bits, {Generic}", 8, true, default(Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>)));
        }

        return widths;
    }
}

/// <summary>Blocks of rows, from one row on; the row at which they end.</summary>
internal delegate int Blocks<T>(ReadOnlySpan<T> source, Span<byte> results, int size, int row);
