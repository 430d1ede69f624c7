namespace SoftKernels.Generator.Operations;

/// <summary>Backwards through softmax: the library's at every size, as <see cref="CrossEntropy"/> is.</summary>
internal sealed class SoftmaxGradient() : Operation(
    Port.Row("probabilities", "What softmax gave"),
    Port.Row("upstream", "The gradient of what follows by the probabilities"),
    Port.RowResult("gradient", "gradients", "The gradient by the logits"))
{
    public override string Name => "SoftmaxGradient";

    public override int Flag => 1 << 7;

    public override Extras FormExtras => Extras.Columns;

    public override string Summary => "The gradient of softmax by the logits: pᵢ·(uᵢ − Σ pⱼ·uⱼ).";
}
