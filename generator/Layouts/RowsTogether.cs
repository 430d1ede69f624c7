using System;
using System.Collections.Generic;
using System.Linq;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Layouts;

/// <summary>
/// As many rows at a time as a register has lanes, each where it lies: a pass goes over them one after the other, and leaves what it
/// gathered of a row in one register of memory. Those are reduced together, by a tree that ends with a lane for each row.
/// </summary>
/// <param name="width">The register width in bits.</param>
/// <param name="lanes">Values in a register.</param>
/// <param name="size">N.</param>
/// <param name="recipe">The recipe: how many of a row's values its passes need is what the memory depends on.</param>
internal sealed class RowsTogether(int width, int lanes, int size, Recipe recipe) : BlockOfRows(width, lanes, size)
{
    /// <summary>The values of a row that a pass needs: they wait in memory, a register each for all rows.</summary>
    private readonly OfRow[] _ofPasses = [.. recipe.Steps.OfType<MapStep>().SelectMany(map => map.Arguments).Distinct()];

    public override string Memory => "gathered";

    /// <summary>Two registers for each row, and those of the values that wait.</summary>
    protected override int MemoryRegisters => (2 * Lanes) + _ofPasses.Length + 1;

    protected override int RegistersToLoop => WholeRegisters;

    protected override bool CountsApart => true;

    protected override string Words => $"{Lanes} rows at a time, each {(Registers == 1 ? "a register" : $"{Registers} registers")} of {Lanes}"
        + (Tail == 0 ? "" : ", the last of which overlaps");

    protected override Expression Load(Each values, Expression offset) =>
        OnLanes("Load", new Reference(values.Name == "x" ? "rowSource" : "rowDestination"), offset);

    protected override Statement Store(Expression values, Expression offset) =>
        new Evaluate(OnLanes("Store", values, new Reference("rowDestination"), offset));

    protected override string Gathered(OfRow value) => value.Name + "Lanes";

    protected override Expression RowValue(OfRow value) => Array.IndexOf(_ofPasses, value) is int place and >= 0
        ? OnLanes("Load", new Reference(Memory), Place(place))
        : base.RowValue(value);

    protected override IEnumerable<Paragraph> Before =>
    [
        new("", [.. new[] { "source", "destination" }.Where(p => p == "source" || recipe.Result.Kind == ResultKind.Row).Select(
            parameter => new DeclareReference(In("block", parameter), parameter, new Operation("row", "*", Size)))]),
    ];

    private static string In(string whole, string parameter) => whole + char.ToUpperInvariant(parameter[0]) + parameter.Substring(1);

    protected override IEnumerable<Statement> OverRows(Step[] steps, Each[] reads, bool writes, IReadOnlyList<Statement> body)
    {
        Statement Row(string parameter) => new DeclareReference(In("row", parameter), In("block", parameter), new Operation("r", "*", Size));
        bool readsSource = reads.Any(value => value.Name == "x");
        OfRow[] needed = [.. steps.OfType<MapStep>().SelectMany(map => map.Arguments).Distinct()];
        return
        [
            .. steps.OfType<RequireStep>().Select(_ => new Declare("sums", OnLanes("Zero"))),
            new For("r", 0, Lanes, 1,
            [
                .. readsSource ? [Row("source")] : Array.Empty<Statement>(),
                .. writes || reads.Any(value => value.Name != "x") ? [Row("destination")] : Array.Empty<Statement>(),
                .. needed.Select(value => new Declare(value.Name, OnLanes(
                    "OfRow", new Reference(Memory), new Operation(Place(Array.IndexOf(_ofPasses, value)), "+", "r")))),
                .. body,
                .. steps.SelectMany(Leave),
            ]),
            .. steps.OfType<RequireStep>().Select(_ => LeaveRegister("sums", Place(_ofPasses.Length))),
        ];
    }

    protected override IEnumerable<Statement> End(Step step) => step switch
    {
        MaxStep max => [new Declare(max.Result.Name, OnLanes("MaxOfRows", new Reference(Memory)))],
        TwoGreatestStep two => [new DeclareTwo(two.Max.Name, two.Second.Name, OnLanes("TwoGreatestOfRows", new Reference(Memory)))],
        RequireStep require => [RequireOfRows(require, OnLanes("Load", new Reference(Memory), Place(_ofPasses.Length)))],
        TotalStep total => [new Declare(total.Result.Name, OnLanes("TotalsOfRows", new Reference(Memory), Registers))],
        _ => [],
    };

    protected override IEnumerable<Statement> LowerRow(Step step, Recipe recipe) =>
        step is ComputeStep compute && Array.IndexOf(_ofPasses, compute.Result) is int place and >= 0
            ? [new Evaluate(OnLanes("Store", ComputeRows(compute), new Reference(Memory), Place(place)))]
            : base.LowerRow(step, recipe);

    /// <summary>Leaves what a pass has gathered of a row.</summary>
    private IEnumerable<Statement> Leave(Step step)
    {
        Expression place = new Operation("r", "*", Lanes);
        return step switch
        {
            MaxStep max => [LeaveRegister(Gathered(max.Result), place)],
            TwoGreatestStep two =>
            [
                LeaveRegister(Gathered(two.Max), place),
                LeaveRegister(Gathered(two.Second), new Operation(Lanes * Lanes, "+", place)),
            ],
            RequireStep => [new Assign("sums", new Operation("sums", "+", "sum"))],
            TotalStep => [new Evaluate(OnLanes("StoreCounted", "coarse", "fine", new Reference(Memory), place))],
            _ => [],
        };
    }

    private Statement LeaveRegister(Expression value, Expression place) => new Evaluate(OnLanes("Store", value, new Reference(Memory), place));

    private int Place(int value) => ((2 * Lanes) + value) * Lanes;
}
