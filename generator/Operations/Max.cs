using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Operations.Steps;
using SoftKernels.Generator.Reductions;

namespace SoftKernels.Generator.Operations;

internal sealed class Max() : Operation(Port.Row("values"), Port.ValueResult("result", "results", "The maximum, +0 where it is a zero"))
{
    public override string Name => "Max";

    public override int Flag => 1 << 3;

    public override Extras FormExtras => Extras.Columns;

    public override string Summary => "The maximum.";

    protected override Step[] Describe()
    {
        Each x = new("x");
        OfRow max = new("max");
        OfRow result = new("result");
        return
        [
            new Load("The row.", Ports[0], x),
            new Maximum("The greatest value.", max, x),
            new RequireOrdinary("A NaN takes the careful way.", x, max: null),
            new Compute("Never −0.", result, RowFunction.PlusZero, max),
            new Give("", Ports[1], result),
        ];
    }
}
