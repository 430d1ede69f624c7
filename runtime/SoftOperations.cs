using System;

namespace SoftKernels;

/// <summary>The operations that a <see cref="SoftKernelAttribute"/> asks for.</summary>
[Flags]
public enum SoftOperations
{
    /// <summary>No operation.</summary>
    None = 0,

    /// <summary>exp(xᵢ) / Σ exp(xⱼ).</summary>
    Softmax = 1 << 0,

    /// <summary>xᵢ − log Σ exp(xⱼ), accurate near 0 too.</summary>
    LogSoftmax = 1 << 1,

    /// <summary>log Σ exp(xᵢ), the smooth maximum.</summary>
    LogSumExp = 1 << 2,

    /// <summary>The maximum.</summary>
    Max = 1 << 3,

    /// <summary>The index of the first maximum.</summary>
    ArgMax = 1 << 4,

    /// <summary>The one-hot vector of the first maximum: the limit of softmax as temperature falls to 0.</summary>
    HardMax = 1 << 5,

    /// <summary>Cross-entropy: log Σ exp(xⱼ) − x[label], or its mean over target probabilities; with its gradient.</summary>
    CrossEntropy = 1 << 6,

    /// <summary>The gradient of softmax, applied to that of what follows: pᵢ·(uᵢ − Σ pⱼ·uⱼ).</summary>
    SoftmaxGradient = 1 << 7,

    /// <summary>The gradient of log-softmax, applied to that of what follows: uᵢ − exp(lᵢ)·Σ uⱼ.</summary>
    LogSoftmaxGradient = 1 << 8,

    /// <summary>The entropy of softmax, −Σ pᵢ·log pᵢ, in nats.</summary>
    Entropy = 1 << 9,

    /// <summary>The indices of the k first values; with softmax of those, or of all values.</summary>
    TopK = 1 << 10,

    /// <summary>A draw from softmax, by a number from 0 to below 1.</summary>
    Sample = 1 << 11,

    /// <summary>What training asks for.</summary>
    Training = CrossEntropy | SoftmaxGradient | LogSoftmaxGradient | Entropy,

    /// <summary>What nearly everyone calls, and what is generated where no operations are named.</summary>
    Core = Softmax | LogSoftmax | LogSumExp | Max | ArgMax | HardMax,

    /// <summary>What chooses: the first k, and draws.</summary>
    Choice = TopK | Sample,

    /// <summary>Every operation of this version of the library: a later one may have more.</summary>
    All = Core | Training | Choice,
}
