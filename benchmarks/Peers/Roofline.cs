using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Peers;

/// <summary>
/// The elementwise arithmetic of softmax over the same buffer, with no reduction: what a kernel would take if rows cost nothing.
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
        Vector512.IsHardwareAccelerated ? () => Loop<Vector512<float>, float, SingleLanes512>(source.Span, destination.Span)
        : Vector256.IsHardwareAccelerated ? () => Loop<Vector256<float>, float, SingleLanes256>(source.Span, destination.Span)
        : () => Loop<Vector128<float>, float, SingleLanes128>(source.Span, destination.Span);

    private static Action Doubles(Memory<double> source, Memory<double> destination) =>
        Vector512.IsHardwareAccelerated ? () => Loop<Vector512<double>, double, DoubleLanes512>(source.Span, destination.Span)
        : Vector256.IsHardwareAccelerated ? () => Loop<Vector256<double>, double, DoubleLanes256>(source.Span, destination.Span)
        : () => Loop<Vector128<double>, double, DoubleLanes128>(source.Span, destination.Span);

    /// <summary>One register a turn, and one place that computes: the processor overlaps turns by itself, and constants used twice would spill.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Loop<TVector, T, TLanes>(ReadOnlySpan<T> source, Span<T> destination)
        where TLanes : struct, IRooflineLanes<TVector, T>
    {
        ref T from = ref MemoryMarshal.GetReference(source);
        ref T to = ref MemoryMarshal.GetReference(destination);
        int last = source.Length - TLanes.Count;
        for (int i = 0; ; i = Math.Min(i + TLanes.Count, last))
        {
            TLanes.Store(TLanes.Share(TLanes.Load(ref from, i)), ref to, i);
            if (i == last)
            {
                return;
            }
        }
    }
}
