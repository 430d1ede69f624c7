using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Operations.Steps;

namespace SoftKernels.Generator.Operations;

internal sealed class HardMax() : Operation(Port.Row("values"), Port.RowResult("oneHot", "1 at the first maximum, 0 elsewhere"))
{
    public override string Name => "HardMax";

    public override int Flag => 1 << 5;

    public override Extras FormExtras => Extras.Columns;

    public override string Summary => "The one-hot vector of the first maximum: the limit of softmax as temperature falls to 0.";

    protected override Step[] Describe()
    {
        OfRow index = new("index");
        return [.. ArgMax.ToIndex(Ports[0], index), new StoreOneHot("The one-hot vector of that index.", Ports[1], index)];
    }
}
