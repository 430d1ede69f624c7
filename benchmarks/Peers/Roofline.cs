using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoftKernels.Benchmarks.Measuring;
using SoftKernels.Numerics;

namespace SoftKernels.Benchmarks.Peers;

/// <summary>
/// The elementwise arithmetic of softmax over the same buffer, with no reduction: the runtime's own weight and one multiplication, as if rows cost nothing.
/// </summary>
internal sealed class Roofline : IPeer
{
    public Contender? Prepare<T>(Workload<T> work)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!work.Operation.TakesExponentials())
        {
            return null;
        }

        Memory<T> destination = AlignedMemory.Allocate<T>(work.Logits.Length, skew: 2048);
        return (work.Logits, destination) switch
        {
            (Memory<float> x, Memory<float> y) => new(Rival.Roofline, work.RowCount, Singles(x, y)),
            (Memory<double> x, Memory<double> y) => new(Rival.Roofline, work.RowCount, Doubles(x, y)),
            _ => null,
        };
    }

    private static Action Singles(Memory<float> source, Memory<float> destination) =>
        Vector512.IsHardwareAccelerated ? () => Loop(default(Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>), 1e-13f, source.Span, destination.Span)
        : Vector256.IsHardwareAccelerated ? () => Loop(default(Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>), 1e-13f, source.Span, destination.Span)
        : () => Loop(default(Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>), 1e-13f, source.Span, destination.Span);

    private static Action Doubles(Memory<double> source, Memory<double> destination) =>
        Vector512.IsHardwareAccelerated ? () => Loop(default(Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>), 1e-25, source.Span, destination.Span)
        : Vector256.IsHardwareAccelerated ? () => Loop(default(Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>), 1e-25, source.Span, destination.Span)
        : () => Loop(default(Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>), 1e-25, source.Span, destination.Span);

    /// <summary>Weights as beside a maximum of 0, and any factor, for want of a row.</summary>
    /// <remarks>One register a turn, and one place that computes: the processor overlaps turns by itself, and constants used twice would spill.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Loop<TLanes, TFormat, TVector, TBits, T>(
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel, T factor, ReadOnlySpan<T> source, Span<T> destination)
        where TLanes : struct, ILanes<TVector, TBits, T>
        where TFormat : struct, IFormat<T>
        where T : unmanaged, IEquatable<T>
    {
        TLanes lanes = default;
        TVector scale = kernel.Scale(kernel.Zero());
        TVector lowest = kernel.Lowest(kernel.Zero());
        TVector share = kernel.Create(factor);
        ref T from = ref MemoryMarshal.GetReference(source);
        ref T to = ref MemoryMarshal.GetReference(destination);
        int last = source.Length - lanes.Count;
        for (int i = 0; ; i = Math.Min(i + lanes.Count, last))
        {
            kernel.Store(lanes.Multiply(kernel.Weight(kernel.Load(ref from, i), scale, lowest), share), ref to, i);
            if (i == last)
            {
                return;
            }
        }
    }
}
