namespace SoftKernels.Generator.Operations;

/// <summary>The entropy of what softmax makes of a row: the library's at every size, as <see cref="CrossEntropy"/> is.</summary>
internal sealed class Entropy() : Operation(Port.Row("logits"), Port.ValueResult("entropy", "entropies", "The entropy, in nats"))
{
    public override string Name => "Entropy";

    public override int Flag => 1 << 9;

    public override Extras FormExtras => Extras.Columns;

    public override string Summary => "The entropy of softmax: −Σ pᵢ·log pᵢ, in nats.";
}
