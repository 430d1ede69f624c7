using System;
using System.Numerics;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Peers;

/// <summary>ONNX Runtime with a model of one node, one thread, no spinning, its input and output bound beforehand.</summary>
internal sealed class OnnxRuntime : IPeer
{
    public Contender? Prepare<T>(Workload<T> work)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // A binding holds on to its memory, so one row a call is the first row every time.
        int rows = work.Scenario.OneRowACall ? 1 : work.RowCount;
        return work.Operation == Operation.ArgMax
            ? Bind(work, rows, AlignedMemory.Allocate<long>(rows))
            : Bind(work, rows, work.Results[..(work.Results.Length / work.RowCount * rows)]);
    }

    private static Contender Bind<T, TResult>(Workload<T> work, int rows, Memory<TResult> results)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TResult : unmanaged
    {
        OnnxBinding binding = new(
            OnnxModel.Bytes<T>(work.Operation, rows, work.Size),
            work.Operation.GivesRow() ? OnnxBinding.Tensor(results, rows, work.Size) : OnnxBinding.Tensor(results, rows),
            (OnnxModel.Input, OnnxBinding.Tensor(work.Logits[..(rows * work.Size)], rows, work.Size)));

        int calls = work.RowCount / rows;
        return new(Rival.OnnxRuntime, work.RowCount, Run, binding.Dispose);

        void Run()
        {
            for (int call = 0; call < calls; call++)
            {
                binding.Run();
            }
        }
    }
}
