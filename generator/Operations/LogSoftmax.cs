using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Operations.Steps;

namespace SoftKernels.Generator.Operations;

internal sealed class LogSoftmax() : Operation(Port.Row("logits"), Port.RowResult("logProbabilities", "The logarithms of the probabilities, in nats"))
{
    public override string Name => "LogSoftmax";

    public override int Flag => 1 << 1;

    public override Extras FormExtras => Extras.Columns;

    public override string Summary => "Log-softmax: xᵢ − log Σ exp(xⱼ), accurate near 0 too.";

    protected override Step[] Describe()
    {
        Each shifted = new("shifted");
        Each result = new("result");
        OfRow log = new("log");
        RestOfRow rest = new(Ports[0]);
        return rest.Then(
            new Compute("Two subtractions of like sign: nothing cancels.", log, RowFunction.LogOfRest, rest.Total, rest.Max, rest.Second),
            new Map("", shifted, ValueFunction.Subtract, rest.X, rest.Max),
            new Map("", result, ValueFunction.Subtract, shifted, log),
            new Store("", Ports[1], result));
    }
}
