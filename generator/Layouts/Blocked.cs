using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Layouts;

/// <summary>
/// Several passes over the row, each a loop of unrolled blocks, so that code does not grow with N. A pass ends where something
/// is known only from all values. Weights that a later pass needs wait in the destination.
/// </summary>
/// <param name="width">The register width in bits.</param>
/// <param name="lanes">Values in a register.</param>
/// <param name="size">N.</param>
/// <param name="registersPerBlock">Registers that a loop takes at a time.</param>
internal sealed class Blocked(int width, int lanes, int size, int registersPerBlock) : Layout(width, lanes, size)
{
    private readonly int _registersPerBlock = registersPerBlock;

    private int Block => _registersPerBlock * Lanes;

    private int WholeBlocks => Size / Block;

    /// <summary>The values that whole blocks cover.</summary>
    private int BlockedSize => WholeBlocks * Block;

    private string Words => $"{WholeBlocks} blocks of {_registersPerBlock} registers of {Lanes}"
        + (Size % Block == 0 ? "" : $", {Size % Block} values after them")
        + (Tail == 0 ? "" : ", the last register overlapping");

    public override Plan Lower(Recipe recipe)
    {
        Step[] steps = [.. recipe.Steps];
        List<Paragraph> paragraphs = [];
        for (int i = 0; i < steps.Length;)
        {
            Step[] pass = [.. steps.Skip(i).TakeWhile(IsOfEach)];
            if (pass.Length > 0)
            {
                paragraphs.AddRange(new BlockedPass(this, pass, steps.Skip(i + pass.Length)).Lower());
                i += pass.Length;
            }
            else
            {
                Step[] row = [.. steps.Skip(i).TakeWhile(step => !IsOfEach(step))];
                paragraphs.Add(new(row[0].Comment, [.. row.SelectMany(step => LowerRow(step, recipe))]));
                i += row.Length;
            }
        }

        return new(Width, Words, paragraphs);
    }

    private IEnumerable<Statement> LowerRow(Step step, Recipe recipe) => step switch
    {
        ComputeStep compute => [Compute(compute)],
        IndexOfStep index => IndexOf(index),
        StoreOneHotStep oneHot => StoreOneHot(oneHot, recipe.Result.Destination),
        ReturnStep result => [new Return(result.Value.Name)],
        _ => throw new NotSupportedException(step.ToString()),
    };

    private IEnumerable<Statement> IndexOf(IndexOfStep step)
    {
        string result = step.Result.Name;
        Expression Find(Expression offset) =>
            OnLanes("IndexOf", OnLanes("Load", new Reference("source"), offset), step.Wanted.Name, offset);
        yield return new Declare(result, -1);
        yield return new For("i", 0, WholeRegisters * Lanes, Lanes,
        [
            new Assign(result, Find("i")),
            new If(new Operation(result, ">=", 0), [new Break()]),
        ]);
        if (Tail != 0)
        {
            yield return new If(new Operation(result, "<", 0), [new Assign(result, Find(Size - Lanes))]);
        }
    }

    /// <summary>One pass: a loop over blocks, the registers that blocks leave, the last register, and what is then known.</summary>
    private sealed class BlockedPass(Blocked layout, Step[] steps, IEnumerable<Step> later)
    {
        private readonly HashSet<Each> _computed = [.. steps.OfType<MapStep>().SelectMany(map => new[] { map.Result, map.Remainder }).OfType<Each>()];

        private readonly HashSet<Each> _usedLater = [.. later.SelectMany(InputsOf)];

        private bool Writes => steps.Any(step => step is StoreStep) || _computed.Any(_usedLater.Contains);

        /// <summary>In place, a loop that writes would overwrite what the last register still has to read.</summary>
        private bool ReadsLastFirst => Writes && layout.Tail != 0;

        /// <summary>What the pass reads: the row, or what an earlier pass left in the destination.</summary>
        private IEnumerable<(Each Value, string From)> Reads => steps.SelectMany(InputsOf)
            .Where(value => !_computed.Contains(value))
            .Distinct()
            .Select(value => (value, From: value.Name == "x" ? "source" : "destination"));

        public IEnumerable<Paragraph> Lower()
        {
            string comment = CommentOf(steps);
            List<Statement> statements = [.. steps.SelectMany(Begin)];
            if (ReadsLastFirst)
            {
                statements.AddRange(Reads.Select(read => new Declare(read.Value.Name + "Ahead", Load(read.From, layout.Size - layout.Lanes))));
            }

            statements.Add(new For("i", 0, layout.BlockedSize, layout.Block,
                [.. Registers([.. Enumerable.Range(0, layout._registersPerBlock).Select(r => r == 0 ? (Expression)"i" : new Operation("i", "+", r * layout.Lanes))])]));

            int left = layout.WholeRegisters - (layout.WholeBlocks * layout._registersPerBlock);
            if (left > 0)
            {
                statements.Add(new Scope([.. Registers([.. Enumerable.Range(0, left).Select(r => (Expression)(layout.BlockedSize + (r * layout.Lanes)))])]));
            }

            if (layout.Tail != 0)
            {
                statements.Add(new Scope([.. LastRegister()]));
            }

            yield return new(comment, statements);
            Statement[] end = [.. steps.SelectMany(End)];
            if (end.Length > 0)
            {
                yield return new(steps.OfType<RequireStep>().FirstOrDefault()?.Comment ?? "", end);
            }
        }

        private static Expression Load(string from, Expression offset) => OnLanes("Load", new Reference(from), offset);

        private static string Greatest(TwoGreatestStep step) => step.Max.Name + "Lanes";

        private static string Second(TwoGreatestStep step) => step.Second.Name + "Lanes";

        private static IEnumerable<Statement> Begin(Step step) => step switch
        {
            MaxStep max => [new Declare(max.Result.Name + "Lanes", OnLanes("Absent"))],
            TwoGreatestStep two => [new Declare(Greatest(two), OnLanes("Absent")), new Declare(Second(two), OnLanes("Absent"))],
            RequireStep => [new Declare("sum", OnLanes("Zero"))],
            TotalStep => NothingCounted,
            _ => [],
        };

        private IEnumerable<Statement> End(Step step) => step switch
        {
            MaxStep max => [new Declare(max.Result.Name, OnLanes("ReduceMax", max.Result.Name + "Lanes"))],
            TwoGreatestStep two => [new DeclareTwo(two.Max.Name, two.Second.Name, OnLanes("TwoGreatest", Greatest(two), Second(two)))],
            RequireStep require => [Require(require, "sum")],
            TotalStep total => [new Declare(total.Result.Name, OnLanes("Total", "coarse", "fine", layout.Registers))],
            _ => [],
        };

        /// <summary>Whole registers, at these offsets.</summary>
        private IEnumerable<Statement> Registers(Expression[] offsets)
        {
            string[] suffixes = [.. offsets.Select((_, r) => r.ToString(CultureInfo.InvariantCulture))];
            foreach ((Each value, string from) in Reads)
            {
                foreach ((string suffix, int r) in suffixes.Select((suffix, r) => (suffix, r)))
                {
                    yield return new Declare(value.Name + suffix, Load(from, offsets[r]));
                }
            }

            foreach (Statement statement in steps.SelectMany(step => Inner(step, suffixes, offsets, keep: null)))
            {
                yield return statement;
            }
        }

        private IEnumerable<Statement> LastRegister()
        {
            if (!ReadsLastFirst)
            {
                foreach ((Each value, string from) in Reads)
                {
                    yield return new Declare(value.Name + "Last", Load(from, layout.Size - layout.Lanes));
                }
            }

            foreach (Statement statement in steps.SelectMany(step => Inner(step, ["Last"], [layout.Size - layout.Lanes], keep: layout.Tail)))
            {
                yield return statement;
            }
        }

        /// <summary>What a step does to some registers; only to the last <paramref name="keep"/> lanes where that is given.</summary>
        private IEnumerable<Statement> Inner(Step step, string[] suffixes, Expression[] offsets, int? keep)
        {
            switch (step)
            {
                case MapStep map:
                    foreach (string suffix in suffixes)
                    {
                        yield return new Declare(map.Result.Name + suffix, Map(map, Register(map.Input, suffix), suffix));
                    }

                    if (_usedLater.Contains(map.Result))
                    {
                        foreach (Statement store in Stores(map.Result))
                        {
                            yield return store;
                        }
                    }

                    break;
                case StoreStep stored:
                    foreach (Statement store in Stores(stored.Input))
                    {
                        yield return store;
                    }

                    break;
                case MaxStep max:
                    string lanes = max.Result.Name + "Lanes";
                    yield return new Assign(lanes, OnLanes("Max", lanes, Max(All(max.Input))));
                    break;
                case RequireStep require:
                    yield return new Assign("sum", new Operation("sum", "+", Pairwise(All(require.Input), Plus)));
                    break;
                case TwoGreatestStep two:
                    foreach (Expression x in Unseen(two.Input, "KeepLastElseAbsent"))
                    {
                        yield return new Assign(Second(two), OnLanes("Max", Second(two), OnLanes("Min", Greatest(two), x)));
                        yield return new Assign(Greatest(two), OnLanes("Max", Greatest(two), x));
                    }

                    break;
                case TotalStep total:
                    Expression[] weights = Unseen(total.Input, "KeepLast");
                    Expression[] remainders = total.Remainder is null ? [] : Unseen(total.Remainder, "KeepLast");
                    for (int r = 0; r < weights.Length; r++)
                    {
                        yield return Count(weights[r], r < remainders.Length ? remainders[r] : null);
                    }

                    break;
            }

            Expression[] All(Each values) => [.. suffixes.Select(suffix => Register(values, suffix))];

            Expression[] Unseen(Each values, string function) =>
                keep is int count ? [.. All(values).Select(value => OnLanes(function, value, count))] : All(values);

            IEnumerable<Statement> Stores(Each values) =>
                All(values).Select((value, r) => new Evaluate(OnLanes("Store", value, new Reference("destination"), offsets[r])));
        }

        private Expression Register(Each values, string suffix) =>
            values.Name + (suffix == "Last" && ReadsLastFirst && !_computed.Contains(values) ? "Ahead" : suffix);

        private static Expression Plus(Expression left, Expression right) => new Operation(left, "+", right);
    }
}
