using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Operations.Steps;
using SoftKernels.Generator.Reductions;

namespace SoftKernels.Generator.Operations;

internal sealed class Softmax() : Operation(Port.Row("logits"), Port.RowResult("probabilities", "The probabilities"))
{
    public override string Name => "Softmax";

    public override int Flag => 1 << 0;

    public override Extras FormExtras => Extras.Columns;

    public override string Summary => "Softmax: exp(xᵢ) / Σ exp(xⱼ).";

    protected override Step[] Describe()
    {
        Each x = new("x");
        Each weight = new("weight");
        Each probability = new("probability");
        OfRow max = new("max");
        OfRow scale = new("scale");
        OfRow lowest = new("lowest");
        OfRow total = new("total");
        OfRow inverse = new("inverse");
        OfRow power = new("power");
        return
        [
            new Load("The row.", Ports[0], x),
            new Maximum("The greatest logit.", max, x),
            new RequireOrdinary("NaN, infinities and very large logits take the careful way.", x, max),
            new Compute("Weights: e^x, times one power of two for the row.", scale, RowFunction.Scale, max),
            new Compute("", lowest, RowFunction.Lowest, max),
            new Map("", weight, ValueFunction.Weight, x, scale, lowest),
            new ExactTotal("Their sum, exact: the order cannot matter.", total, weight),
            new Compute("Each weight's share of it.", inverse, RowFunction.Reciprocal, total) { Second = power },
            new Map("", probability, ValueFunction.Share, weight, inverse, power),
            new Store("", Ports[1], probability),
        ];
    }
}
