using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Operations.Steps;
using SoftKernels.Generator.Reductions;

namespace SoftKernels.Generator.Operations;

internal sealed class ArgMax() : Operation(Port.Row("values"), Port.IndexResult("index", "indices", "The index of the first maximum"))
{
    public override string Name => "ArgMax";

    public override int Flag => 1 << 4;

    public override Extras FormExtras => Extras.Columns;

    public override string Summary => "The index of the first maximum.";

    protected override Step[] Describe()
    {
        OfRow index = new("index");
        return [.. ToIndex(Ports[0], index), new Give("", Ports[1], index)];
    }

    /// <summary>The steps to the index of the first maximum.</summary>
    public static Step[] ToIndex(Port row, OfRow index)
    {
        Each x = new("x");
        OfRow max = new("max");
        return
        [
            new Load("The row.", row, x),
            new Maximum("The greatest value.", max, x),
            new RequireOrdinary("A NaN takes the careful way.", x, max: null),
            new FirstIndex("Where it stands first.", index, x, max),
        ];
    }
}
