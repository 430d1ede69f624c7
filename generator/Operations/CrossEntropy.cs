namespace SoftKernels.Generator.Operations;

/// <summary>
/// The loss of a label or of a distribution of targets, without its gradient or with it: overloads, all of which one member asks for. The library's at every size,
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
        new CrossEntropy("Cross-entropy: log Σ exp(xⱼ) − x[label], the negative log-likelihood of a label.", Logits(), Label(), Loss()),
        new CrossEntropy("Cross-entropy of a label, log Σ exp(xⱼ) − x[label], and its gradient: softmax − the label's one-hot vector.", Logits(), Label(), Loss(), Gradient()),
        new CrossEntropy($"Cross-entropy of a distribution of targets: {OfTargets}.", Logits(), Targets(), Loss()),
        new CrossEntropy($"Cross-entropy of a distribution of targets, {OfTargets}, and its gradient: softmax · Σ tⱼ − t.", Logits(), Targets(), Loss(), Gradient()),
    ];

    public override string Name => "CrossEntropy";

    public override int Flag => 1 << 6;

    public override Extras FormExtras => Extras.Columns;

    public override string Summary { get; }

    private static Port Logits() => Port.Row("logits");

    private static Port Label() => Port.Label("label", "labels", "The index of the true class");

    private static Port Targets() => Port.Targets("targets", "How much of the truth is each class");

    private static Port Loss() => Port.ValueResult("loss", "losses", "The loss, in nats");

    private static Port Gradient() => Port.RowResult("gradient", "gradients", "The gradient with respect to the logits");
}
