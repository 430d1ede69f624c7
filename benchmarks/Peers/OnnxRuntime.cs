using System;
using System.Numerics;
using Microsoft.ML.OnnxRuntime;
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
        using SessionOptions options = new()
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");

        InferenceSession session = new(OnnxModel.Bytes<T>(work.Operation, rows, work.Size), options);
        RunOptions run = new();
        OrtValue input = OrtValue.CreateTensorValueFromMemory(
            OrtMemoryInfo.DefaultInstance, work.Logits[..(rows * work.Size)], [rows, work.Size]);
        OrtValue output = OrtValue.CreateTensorValueFromMemory(
            OrtMemoryInfo.DefaultInstance, results, work.Operation.GivesRow() ? [rows, work.Size] : [rows]);
        OrtIoBinding binding = session.CreateIoBinding();
        binding.BindInput(OnnxModel.Input, input);
        binding.BindOutput(OnnxModel.Output, output);

        int calls = work.RowCount / rows;
        return new(Rival.OnnxRuntime, work.RowCount, Run, Release);

        void Run()
        {
            for (int call = 0; call < calls; call++)
            {
                session.RunWithBinding(run, binding);
            }
        }

        void Release()
        {
            binding.Dispose();
            output.Dispose();
            input.Dispose();
            run.Dispose();
            session.Dispose();
        }
    }
}
