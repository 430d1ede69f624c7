namespace SoftKernels.Generator.Operations;

/// <summary>Without steps: the library's at every size.</summary>
internal sealed class LogSoftmaxAtTemperature(LogSoftmax plain)
    : Variant(plain, Extras.Temperature, Port.Row("logits"), Port.Temperature(), Port.RowResult("logProbabilities", "The logarithms of the probabilities, in nats"))
{
    public override string Name => "LogSoftmax";

    public override string Summary => "Log-softmax at a temperature τ: xᵢ/τ − log Σ exp(xⱼ/τ).";
}
