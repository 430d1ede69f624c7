namespace SoftKernels.Generator.Operations;

/// <summary>
/// The loss of a label or of target probabilities, without its gradient or with it: overloads, all of which one member asks for. The library's at every size,
/// as <see cref="SoftmaxLogSumExp"/> is.
/// </summary>
internal sealed class CrossEntropy : Operation
{
    private const string OfTargets = "Σ tᵢ·(log Σ exp(xⱼ) − xᵢ)";

    private CrossEntropy(string summary, params Port[] ports)
        : base(ports) => Summary = summary;

    /// <summary>All of them, each with ports of its own.</summary>
    public static Operation[] Overloads { get; } =
    [
        new CrossEntropy("Cross-entropy of a label: log Σ exp(xⱼ) − x[label], its negative log-likelihood.", Logits(), Label(), Loss()),
        new CrossEntropy("Cross-entropy of a label, log Σ exp(xⱼ) − x[label], and its gradient by the logits, softmax − one-hot.", Logits(), Label(), Loss(), Gradient()),
        new CrossEntropy($"Cross-entropy of target probabilities: {OfTargets}.", Logits(), Targets(), Loss()),
        new CrossEntropy($"Cross-entropy of target probabilities, {OfTargets}, and its gradient by the logits, softmax·Σ t − t.", Logits(), Targets(), Loss(), Gradient()),
    ];

    public override string Name => "CrossEntropy";

    public override int Flag => 1 << 6;

    public override Extras FormExtras => Extras.Columns;

    public override string Summary { get; }

    private static Port Logits() => Port.Row("logits");

    private static Port Label() => Port.Label("label", "labels", "The index of the true class");

    private static Port Targets() => Port.Targets("targets", "The target probabilities, which need not sum to 1");

    private static Port Loss() => Port.ValueResult("loss", "losses", "The loss, in nats");

    private static Port Gradient() => Port.RowResult("gradient", "gradients", "The gradient by the logits");
}
