namespace SoftKernels.Generator.Operations;

/// <summary>
/// Softmax and log-sum-exp in one pass, for whoever asks for both. The library's at every size: unrolled, every kernel would pay with half as much text again for
/// what few call.
/// </summary>
internal sealed class SoftmaxLogSumExp() : Operation(
    Port.Row("logits"), Port.RowResult("probabilities", "The probabilities"), Port.ValueResult("result", "results", "Log Σ exp(xᵢ), in nats"))
{
    private static readonly int s_flags = new Softmax().Flag | new LogSumExp().Flag;

    public override string Name => "SoftmaxLogSumExp";

    public override int Flag => s_flags;

    public override Extras FormExtras => Extras.Columns;

    public override string Summary => "Softmax and log-sum-exp in one pass.";
}
