namespace SoftKernels.Generator.Operations;

/// <summary>Without steps: the library's at every size.</summary>
internal sealed class SoftmaxAtTemperature(Softmax plain)
    : Variant(plain, Extras.Temperature, Port.Row("logits"), Port.Temperature(), Port.RowResult("probabilities", "The probabilities"))
{
    public override string Name => "Softmax";

    public override string Summary => "Softmax at a temperature τ: exp(xᵢ/τ) / Σ exp(xⱼ/τ).";
}
