using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Operations.Steps;

namespace SoftKernels.Generator.Operations;

internal sealed class LogSumExp() : Operation(Port.Row("values"), Port.ValueResult("result", "results", "Log Σ exp(xᵢ), in nats"))
{
    public override string Name => "LogSumExp";

    public override int Flag => 1 << 2;

    public override Extras FormExtras => Extras.Columns;

    public override string Summary => "Log-sum-exp: log Σ exp(xᵢ), the smooth maximum.";

    protected override Step[] Describe()
    {
        OfRow result = new("result");
        RestOfRow rest = new(Ports[0]);
        return rest.Then(
            new Compute("The maximum, and the logarithm of 1 + the rest.", result, RowFunction.LogSumExp, rest.Total, rest.Max, rest.Second),
            new Give("", Ports[1], result));
    }
}
