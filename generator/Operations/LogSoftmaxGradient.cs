namespace SoftKernels.Generator.Operations;

/// <summary>Backwards through log-softmax: the library's at every size, as <see cref="CrossEntropy"/> is.</summary>
internal sealed class LogSoftmaxGradient() : Operation(
    Port.Row("logProbabilities", "What log-softmax gave"),
    Port.Row("upstream", "The gradient of what follows by the log-probabilities"),
    Port.RowResult("gradient", "gradients", "The gradient by the logits"))
{
    public override string Name => "LogSoftmaxGradient";

    public override int Flag => 1 << 8;

    public override Extras FormExtras => Extras.Columns;

    public override string Summary => "The gradient of log-softmax by the logits: uᵢ − exp(lᵢ)·Σ uⱼ.";
}
