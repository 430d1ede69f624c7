namespace SoftKernels.Generator.Operations;

/// <summary>
/// Argmax, and the softmax probability of what it finds, for whoever asks for both operations: an overload, which writes nothing else. The library's at every size,
/// as <see cref="SoftmaxLogSumExp"/> is.
/// </summary>
internal sealed class ArgMaxProbability() : Operation(
    Port.Row("values"),
    Port.IndexResult("index", "indices", "The index of the first maximum"),
    Port.ValueResult("probability", "probabilities", "Its softmax probability"))
{
    private static readonly int s_flags = new Softmax().Flag | new ArgMax().Flag;

    public override string Name => "ArgMax";

    public override int Flag => s_flags;

    public override Extras FormExtras => Extras.Columns;

    public override string Summary => "The index of the first maximum, and its softmax probability.";
}
