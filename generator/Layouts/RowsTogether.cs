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
internal sealed class RowsTogether(int width, int lanes, int size, Recipe recipe) : LoopedBlock(width, lanes, size)
{
    private const string RowSource = "rowSource";
    private const string RowDestination = "rowDestination";

    /// <summary>The values of a row that a pass needs: they wait in memory, a register each for all rows.</summary>
    private readonly OfRow[] _ofPasses = [.. recipe.Steps.OfType<MapStep>().SelectMany(map => map.Arguments).Distinct()];

    public override string Memory => "gathered";

    /// <summary>Two registers for each row, those of the values that wait, and the sum that shows a NaN.</summary>
    protected override int MemoryRegisters => (2 * Lanes) + _ofPasses.Length + 1;

    /// <summary>Where that sum waits: kept in a register over the call of the tree, the JIT would spill it at each addition.</summary>
    private int SumsPlace => Place(_ofPasses.Length);

    protected override int RegistersToLoop => WholeRegisters;

    /// <summary>
    /// Rows do not wait for each other, so accumulators need not be spared: 512-bit loops take one register a turn. At 256 bits a turn's own
    /// instructions show. Softmax, floats, ns a row with one register a turn and with up to four: N = 64 24.2 and 24.2, 256 84.2 and 83.9
    /// (512 bits), 30.3 and 29.5, 110 and 104 (256 bits).
    /// </summary>
    protected override IReadOnlyList<int> RegistersPerTurn => Width == 512 ? [1] : base.RegistersPerTurn;

    protected override string Words => $"{Lanes} rows at a time, each {(Registers == 1 ? "a register" : $"{Registers} registers")} of {Lanes}"
        + (Tail == 0 ? "" : ", the last of which overlaps");

    protected override Expression Load(Each values, Expression offset) =>
        OnLanes("Load", new Reference(IsSource(values) ? RowSource : RowDestination), offset);

    protected override Statement Store(Expression values, Expression offset) =>
        new Evaluate(OnLanes("Store", values, new Reference(RowDestination), offset));

    protected override string Gathered(OfRow value) => value.Name + "Lanes";

    protected override Expression RowValue(OfRow value) => Array.IndexOf(_ofPasses, value) is int place and >= 0
        ? OnLanes("Load", new Reference(Memory), Place(place))
        : base.RowValue(value);

    protected override IEnumerable<Statement> OverRows(Step[] steps, Each[] reads, bool writes, IReadOnlyList<Statement> body)
    {
        Statement Row(string name, string parameter) =>
            new DeclareReference(name, OnLanes("Row", new Reference(parameter), new Operation("row", "+", "r"), Size));
        OfRow[] needed = [.. steps.OfType<MapStep>().SelectMany(map => map.Arguments).Distinct()];
        return
        [
            .. steps.OfType<RequireStep>().Select(_ => new Declare("sums", OnLanes("Zero"))),
            new For("r", 0, Lanes, 1,
            [
                .. reads.Any(IsSource) ? [Row(RowSource, "source")] : Array.Empty<Statement>(),
                .. writes || !reads.All(IsSource) ? [Row(RowDestination, "destination")] : Array.Empty<Statement>(),
                .. needed.Select(value => new Declare(value.Name, OnLanes(
                    "OfRow", new Reference(Memory), new Operation(Place(Array.IndexOf(_ofPasses, value)), "+", "r")))),
                .. body,
                .. steps.SelectMany(Leave),
            ]),
            .. steps.OfType<RequireStep>().Select(_ => LeaveRegister("sums", SumsPlace)),
        ];
    }

    protected override IEnumerable<Statement> End(Step step) => step switch
    {
        MaxStep max => [new Declare(max.Result.Name, OnLanes("MaxOfRows", new Reference(Memory)))],
        TwoGreatestStep two => [new DeclareTwo(two.Max.Name, two.Second.Name, OnLanes("TwoGreatestOfRows", new Reference(Memory)))],
        RequireStep require => [Require(require, OnLanes("Load", new Reference(Memory), SumsPlace))],
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

    private static bool IsSource(Each values) => values.Name == "x";

    private Evaluate LeaveRegister(Expression value, Expression place) => new(OnLanes("Store", value, new Reference(Memory), place));

    private int Place(int value) => ((2 * Lanes) + value) * Lanes;
}
