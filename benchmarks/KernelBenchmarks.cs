using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using BenchmarkDotNet.Attributes;
using SoftKernels.Benchmarks.Kernels;
using SoftKernels.Benchmarks.Measuring;
using SoftKernels.Benchmarks.Peers;

namespace SoftKernels.Benchmarks;

/// <summary>The same comparison for BenchmarkDotNet: one operation is a pass over some 16 thousand values.</summary>
[MemoryDiagnoser]
public abstract class KernelBenchmarks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Operation _operation;
    private IReadOnlyList<Contender> _contenders = [];

    private protected KernelBenchmarks(Operation operation) => _operation = operation;

    [ParamsSource(typeof(Sizes), nameof(Sizes.All))]
    public int N { get; set; }

    [Params(false, true)]
    public bool OneRowACall { get; set; }

    [GlobalSetup]
    public void Prepare() =>
        _contenders = Field.Of(new Workload<T>(new(_operation, typeof(T) == typeof(double), OneRowACall), N));

    [GlobalCleanup]
    public void Release()
    {
        foreach (Contender contender in _contenders)
        {
            contender.Dispose();
        }
    }

    [Benchmark(Baseline = true)]
    public void Ours() => Pass(null);

    [Benchmark]
    public void SoftMath() => Pass(Rival.Fallback);

    [Benchmark]
    public void ScalarLoop() => Pass(Rival.ScalarLoop);

    [Benchmark]
    public void OnnxRuntime() => Pass(Rival.OnnxRuntime);

    private protected void Pass(Rival? rival) => _contenders.First(contender => contender.Rival == rival).Pass();
}

[GenericTypeArguments(typeof(float))]
[GenericTypeArguments(typeof(double))]
public class SoftmaxBenchmarks<T>() : KernelBenchmarks<T>(Operation.Softmax)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Benchmark]
    public void TensorPrimitives() => Pass(Rival.TensorPrimitives);

    [Benchmark]
    public void StableComposition() => Pass(Rival.StableComposition);

    [Benchmark]
    public void Roofline() => Pass(Rival.Roofline);
}

[GenericTypeArguments(typeof(float))]
[GenericTypeArguments(typeof(double))]
public class LogSoftmaxBenchmarks<T>() : KernelBenchmarks<T>(Operation.LogSoftmax)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Benchmark]
    public void StableComposition() => Pass(Rival.StableComposition);
}

[GenericTypeArguments(typeof(float))]
[GenericTypeArguments(typeof(double))]
public class LogSumExpBenchmarks<T>() : KernelBenchmarks<T>(Operation.LogSumExp)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Benchmark]
    public void StableComposition() => Pass(Rival.StableComposition);
}

[GenericTypeArguments(typeof(float))]
[GenericTypeArguments(typeof(double))]
public class MaxBenchmarks<T>() : KernelBenchmarks<T>(Operation.Max)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Benchmark]
    public void TensorPrimitives() => Pass(Rival.TensorPrimitives);
}

[GenericTypeArguments(typeof(float))]
[GenericTypeArguments(typeof(double))]
public class ArgMaxBenchmarks<T>() : KernelBenchmarks<T>(Operation.ArgMax)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Benchmark]
    public void TensorPrimitives() => Pass(Rival.TensorPrimitives);
}

[GenericTypeArguments(typeof(float))]
[GenericTypeArguments(typeof(double))]
public class HardMaxBenchmarks<T>() : KernelBenchmarks<T>(Operation.HardMax)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
