using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Operations.Steps;
using SoftKernels.Generator.Reductions;

namespace SoftKernels.Generator.Tests.Planning;

/// <summary>N values and a mask in, N values out.</summary>
internal sealed class Masked() : Operation(
    Port.Row("logits"), Port.Mask("mask", "Which values take part"), Port.RowResult("shifted", "The values above the least"))
{
    public override string Name => "Masked";

    public override int Flag => 1 << 20;

    public override string Summary => "What is left.";

    protected override Step[] Describe()
    {
        Each x = new("x");
        Each mask = new("mask");
        Each left = new("left");
        Each shifted = new("above");
        OfRow least = new("least");
        return
        [
            new Load("The row.", Ports[0], x),
            new Load("", Ports[1], mask),
            new LeaveOut("What takes part.", left, x, mask),
            new Minimum("The least.", least, left),
            new Map("", shifted, ValueFunction.Subtract, left, least),
            new Store("", Ports[2], shifted),
        ];
    }
}

/// <summary>N values and an index in; one value and N values out.</summary>
internal sealed class Loss() : Operation(
    Port.Row("logits"), Port.Label("label", "labels", "The true class"), Port.ValueResult("loss", "losses", "The loss"), Port.RowResult("gradient", "Its gradient"))
{
    public override string Name => "Loss";

    public override int Flag => 1 << 21;

    public override string Summary => "How wrong it is.";

    protected override Step[] Describe()
    {
        Each x = new("x");
        Each gradient = new("slope");
        OfRow picked = new("picked");
        return
        [
            new Load("The row.", Ports[0], x),
            new Pick("The true class's value.", picked, Ports[0], Ports[1]),
            new Map("", gradient, ValueFunction.Subtract, x, picked),
            new Store("", Ports[3], gradient),
            new Give("", Ports[2], picked),
        ];
    }
}

/// <summary>N values and one for all rows in, N values out.</summary>
internal sealed class Scaled() : Operation(
    Port.Row("logits"),
    Port.Scalar("temperature", "The temperature", "IfNoTemperature", "The temperature is negative, infinite or NaN"),
    Port.RowResult("scaled", "The scaled values"))
{
    public override string Name => "Scaled";

    public override int Flag => 1 << 22;

    public override string Summary => "x · τ.";

    protected override Step[] Describe()
    {
        Each x = new("x");
        Each product = new("product");
        OfRow factor = new("factor");
        return
        [
            new Load("The row.", Ports[0], x),
            new Spread("Each by the same.", factor, Ports[1]),
            new Map("", product, new ValueFunction(" * ", isOperator: true), x, factor),
            new Store("", Ports[2], product),
        ];
    }
}

/// <summary>N values in, an index and a value out.</summary>
internal sealed class Winner() : Operation(
    Port.Row("values"), Port.IndexResult("index", "indices", "Where the maximum stands"), Port.ValueResult("maximum", "maxima", "The maximum"))
{
    public override string Name => "Winner";

    public override int Flag => 1 << 23;

    public override string Summary => "The maximum and its place.";

    protected override Step[] Describe()
    {
        Each x = new("x");
        OfRow max = new("max");
        OfRow index = new("place");
        return
        [
            new Load("The row.", Ports[0], x),
            new Maximum("The greatest value.", max, x),
            new RequireOrdinary("A NaN takes the careful way.", x, max: null),
            new FirstIndex("Where it stands first.", index, x, max),
            new Give("", Ports[2], max),
            new Give("", Ports[1], index),
        ];
    }
}

/// <summary>Ports without a dataflow: the library has it at every size.</summary>
internal sealed class Drawn() : Operation(
    Port.Row("logits"),
    Port.Scalar("temperature", "The temperature", "IfNoTemperature", "The temperature is negative, infinite or NaN"),
    Port.IndexResult("index", "indices", "The index that was drawn"))
{
    public override string Name => "Drawn";

    public override int Flag => 1 << 24;

    public override string Summary => "A draw.";
}

/// <summary>A plain operation with variants, and with a form that an extra asks for.</summary>
internal sealed class Level() : Operation(Port.Row("logits"), Port.RowResult("levels", "The levels"))
{
    public override string Name => "Level";

    public override int Flag => 1 << 25;

    public override Extras FormExtras => Extras.Columns;

    public override string Summary => "The levels.";
}

/// <summary>A variant that has its plain operation's name: its parameters tell them apart.</summary>
internal sealed class TemperatureLevel(Operation plain) : Variant(
    plain,
    Extras.Temperature,
    Port.Row("logits"),
    Port.Scalar("temperature", "The temperature", "IfNoTemperature", "The temperature is negative, infinite or NaN"),
    Port.RowResult("levels", "The levels"))
{
    public override string Name => "Level";

    public override string Summary => "The levels at a temperature.";
}

/// <summary>A variant with a name and a form of its own.</summary>
internal sealed class MaskedLevel(Operation plain) : Variant(
    plain, Extras.Mask, Port.Row("logits"), Port.Mask("mask", "Which values take part"), Port.RowResult("levels", "The levels"))
{
    public override string Name => "MaskedLevel";

    public override Extras FormExtras => Extras.Columns;

    public override string Summary => "The levels of some.";
}

/// <summary>A variant that two extras ask for together.</summary>
internal sealed class TemperedMaskedLevel(Operation plain) : Variant(
    plain,
    Extras.Temperature | Extras.Mask,
    Port.Row("logits"),
    Port.Mask("mask", "Which values take part"),
    Port.Scalar("temperature", "The temperature", "IfNoTemperature", "The temperature is negative, infinite or NaN"),
    Port.RowResult("levels", "The levels"))
{
    public override string Name => "MaskedLevel";

    public override string Summary => "The levels of some at a temperature.";
}
