namespace SoftKernels.Generator.Operations;

/// <summary>Backwards through log-softmax: the library's at every size, as <see cref="CrossEntropy"/> is.</summary>
internal sealed class LogSoftmaxGradient() : Operation(
    Port.Row("logProbabilities", "What log-softmax gave"),
    Port.Row("upstream", "The gradient with respect to the log-probabilities"),
    Port.RowResult("gradient", "gradients", "The gradient with respect to the logits"))
{
    public override string Name => "LogSoftmaxGradient";

    public override int Flag => 1 << 8;

    public override Extras FormExtras => Extras.Columns;

    public override string Summary => "Gradient through log-softmax: uᵢ − exp(lᵢ)·Σ uⱼ.";
}
