namespace SoftKernels.Generator.Operations;

/// <summary>The first k of a row, alone or with probabilities: as many as the caller has room for. The library's at every size, checks and all.</summary>
internal sealed class TopK : Operation
{
    private TopK(string name, string summary, params Port[] ports)
        : base(ports)
    {
        Name = name;
        Summary = summary;
    }

    public static TopK Indices { get; } = new("TopK", "The indices of the k first values, in descending order.", Port.Row("values"), First());

    public static TopK ThenSoftmax { get; } = new(
        "TopKSoftmax",
        "The indices of the k first logits, in descending order, and softmax of those k.",
        Port.Row("logits"),
        First(),
        Port.ChosenResult("probabilities", "The probabilities, softmax of the k logits"));

    public static TopK OfSoftmax { get; } = new(
        "SoftmaxTopK",
        "Softmax of all logits, and the indices of its k first probabilities, in descending order.",
        Port.Row("logits"),
        First(),
        Port.ChosenResult("probabilities", "The k greatest probabilities, of softmax over all logits"));

    public override string Name { get; }

    public override string Member => "TopK";

    public override int Flag => 1 << 10;

    public override bool HasLibraryChecks => true;

    public override string Summary { get; }

    private static Port First() => Port.Chosen("indices", "The indices of the first k, the first first");
}
