using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Layouts;

/// <summary>
/// Several passes over the registers, each a loop, so that code does not grow with N. A pass ends where something is known only from
/// all of them. What a later pass needs of the computed values waits in memory.
/// </summary>
/// <param name="width">The register width in bits.</param>
/// <param name="lanes">Values in a register.</param>
/// <param name="size">N.</param>
internal abstract class Looped(int width, int lanes, int size) : Layout(width, lanes, size)
{
    /// <summary>
    /// Registers that a loop takes at a time where it only compares, counts, adds or multiplies: accumulators wait for each other half or a
    /// quarter as often. The first that leaves no register over, else the last, which leaves one. At 256 bits four gain 3 to 6 % on two (64 floats
    /// 28.7 ns a row against 30.6); at 512 bits nothing, and they would make the source longer.
    /// </summary>
    protected virtual IReadOnlyList<int> RegistersPerTurn => Width == 256 ? [4, 3, 2] : [2];

    /// <summary>The whole registers that a pass goes over.</summary>
    protected abstract int RegistersToLoop { get; }

    /// <summary>What stands before the first pass.</summary>
    protected virtual IEnumerable<Paragraph> Before => [];

    protected abstract string Words { get; }

    public override Plan Lower(Recipe recipe)
    {
        Step[] steps = [.. recipe.Steps];
        List<Paragraph> paragraphs = [.. Before];
        for (int i = 0; i < steps.Length;)
        {
            Step[] pass = PassFrom(steps, i);
            if (pass.Length > 0)
            {
                paragraphs.AddRange(new Pass(this, pass, steps.Skip(i + pass.Length)).Lower());
                i += pass.Length;
            }
            else
            {
                Step[] row = [.. steps.Skip(i).TakeWhile(step => !IsOfEach(step))];
                paragraphs.Add(new(row[0].Comment, [.. row.SelectMany(step => LowerRow(step, recipe))]));
                i += row.Length;
            }
        }

        return new(Width, Words, [.. paragraphs, .. After(recipe)]);
    }

    protected virtual IEnumerable<Paragraph> After(Recipe recipe) => [];

    /// <summary>What a pass does to one row, done to all that the layout takes at once.</summary>
    /// <param name="steps">The steps of the pass.</param>
    /// <param name="reads">What it reads from memory.</param>
    /// <param name="writes">Whether it writes to the destination.</param>
    /// <param name="body">The pass over one row.</param>
    protected virtual IEnumerable<Statement> OverRows(Step[] steps, Each[] reads, bool writes, IReadOnlyList<Statement> body) => body;

    protected abstract Expression Load(Each values, Expression offset);

    protected abstract Statement Store(Expression values, Expression offset);

    /// <summary>The register in which a loop gathers a value of the row.</summary>
    protected abstract string Gathered(OfRow value);

    /// <summary>What a step knows once its pass has gone over all registers.</summary>
    protected abstract IEnumerable<Statement> End(Step step);

    /// <summary>A step that is done once a row.</summary>
    protected abstract IEnumerable<Statement> LowerRow(Step step, Recipe recipe);

    /// <summary>
    /// The steps from <paramref name="start"/> on that one loop does. Weights that wait in memory anyway are counted in a loop of their own:
    /// exponentials and counting together have more constants than 16 registers hold, and a register spilled at every use costs more than
    /// reading the weights again (1024 floats at 256 bits: 0.64 ns a value together, 0.55 apart).
    /// </summary>
    private static Step[] PassFrom(Step[] steps, int start)
    {
        HashSet<Each> waiting = [];
        List<Step> pass = [];
        for (int i = start; i < steps.Length && IsOfEach(steps[i]); i++)
        {
            if (steps[i] is TotalStep total && waiting.Contains(total.Input))
            {
                break;
            }

            pass.Add(steps[i]);
            if (steps[i] is MapStep map && steps.Skip(i + 1).Where(step => step is not TotalStep).SelectMany(InputsOf).Contains(map.Result))
            {
                waiting.Add(map.Result);
            }
        }

        return [.. pass];
    }

    /// <summary>One pass: a loop, the registers that its turns leave, the last register, and what is then known.</summary>
    private sealed class Pass(Looped layout, Step[] steps, IEnumerable<Step> later)
    {
        private readonly HashSet<Each> _computed = [.. steps.OfType<MapStep>().SelectMany(map => new[] { map.Result, map.Remainder }).OfType<Each>()];

        private readonly HashSet<Each> _usedLater = [.. later.SelectMany(InputsOf)];

        /// <summary>
        /// The constants of an exponential fill the registers: another in the same turn would spill them. The two greatest are found one after
        /// the other, however many a turn takes.
        /// </summary>
        private int PerTurn => steps.Any(step => step is TwoGreatestStep or MapStep { Function: MapFunction.Weight or MapFunction.RestWeight }) ? 1
            : layout.RegistersPerTurn.Where(count => layout.RegistersToLoop % count == 0).Append(layout.RegistersPerTurn[^1]).First();

        /// <summary>The registers of whole turns, where there are several.</summary>
        private int Whole => layout.RegistersToLoop <= PerTurn ? 0 : layout.RegistersToLoop / PerTurn * PerTurn;

        /// <summary>Whether the pass only compares, and looks for a NaN.</summary>
        private bool IsOfExtremes => steps.All(step => step is LoadStep or MaxStep or TwoGreatestStep or RequireStep);

        private bool Writes => steps.Any(step => step is StoreStep) || _computed.Any(_usedLater.Contains);

        /// <summary>In place, a loop that writes would overwrite what the last register still has to read.</summary>
        private bool ReadsLastFirst => Writes && layout.Tail != 0;

        private Each[] Reads => [.. steps.SelectMany(InputsOf).Where(value => !_computed.Contains(value)).Distinct()];

        private int LastOffset => layout.Size - layout.Lanes;

        public IEnumerable<Paragraph> Lower()
        {
            if (_computed.Any(_usedLater.Contains) && Reads.Any(_usedLater.Contains))
            {
                throw new NotSupportedException("A register can wait for a later pass as it was read or as it was computed, not as both.");
            }

            List<Statement> statements = [.. IsOfExtremes && Whole > 0 ? GatherFromTheEnds() : Gather()];
            yield return new(CommentOf(steps), [.. layout.OverRows(steps, Reads, Writes, statements)]);
            Statement[] end = [.. steps.SelectMany(layout.End)];
            if (end.Length > 0)
            {
                yield return new(steps.OfType<RequireStep>().FirstOrDefault()?.Comment ?? "", end);
            }
        }

        /// <summary>The registers of whole turns, then those that are left.</summary>
        private IEnumerable<Statement> Gather()
        {
            foreach (Statement begin in steps.SelectMany(Begin))
            {
                yield return begin;
            }

            foreach (Each value in ReadsLastFirst ? Reads : [])
            {
                yield return new Declare(value.Name + "Ahead", layout.Load(value, LastOffset));
            }

            if (Whole > 0)
            {
                yield return Turns(from: 0);
            }

            if (Whole < layout.RegistersToLoop)
            {
                yield return new Scope([.. Turn([.. Enumerable.Range(Whole, layout.RegistersToLoop - Whole).Select(r => (Expression)(r * layout.Lanes))])]);
            }

            if (layout.Tail != 0)
            {
                yield return new Scope([.. LastRegister()]);
            }
        }

        /// <summary>
        /// The same where nothing is written or counted: first what whole turns leave, a register at the beginning and the last one. Values
        /// seen twice do no harm: the greatest is no greater for it, and a NaN shows.
        /// </summary>
        private IEnumerable<Statement> GatherFromTheEnds()
        {
            int left = layout.RegistersToLoop - Whole;
            string[] ends = (left == 1, layout.Tail != 0) switch
            {
                (true, true) => ["Start", "End"],
                (true, false) => ["Start"],
                (false, true) => ["End"],
                _ => [],
            };
            IEnumerable<Statement> loads = Reads.SelectMany(value => ends.Select(end =>
                new Declare(value.Name + end, layout.Load(value, end == "End" ? LastOffset : 0))));
            return [.. loads, .. steps.SelectMany(step => ends.Length == 0 ? Begin(step) : BeginWith(step, ends)), Turns(from: left)];
        }

        private For Turns(int from) => new("i", from * layout.Lanes, (from + Whole) * layout.Lanes, PerTurn * layout.Lanes,
            [.. Turn([.. Enumerable.Range(0, PerTurn).Select(r => r == 0 ? (Expression)"i" : new Operation("i", "+", r * layout.Lanes))])]);

        private IEnumerable<Statement> BeginWith(Step step, string[] ends)
        {
            Expression[] All(Each values) => [.. ends.Select(end => (Expression)(values.Name + end))];
            return step switch
            {
                MaxStep max => [new Declare(layout.Gathered(max.Result), Max(All(max.Input)))],
                TwoGreatestStep two =>
                [
                    new Declare(layout.Gathered(two.Max), OnLanes("KeepLastElseAbsent", two.Input.Name + "End", layout.Tail)),
                    new Declare(layout.Gathered(two.Second), OnLanes("Absent")),
                ],
                RequireStep require => [new Declare("sum", Sum(All(require.Input)))],
                _ => [],
            };
        }

        private IEnumerable<Statement> Begin(Step step) => step switch
        {
            MaxStep max => [new Declare(layout.Gathered(max.Result), OnLanes("Absent"))],
            TwoGreatestStep two => [new Declare(layout.Gathered(two.Max), OnLanes("Absent")), new Declare(layout.Gathered(two.Second), OnLanes("Absent"))],
            RequireStep => [new Declare("sum", OnLanes("Zero"))],
            TotalStep => NothingCounted,
            _ => [],
        };

        /// <summary>Whole registers, at these offsets.</summary>
        private IEnumerable<Statement> Turn(Expression[] offsets)
        {
            string[] suffixes = offsets.Length == 1 ? [""] : [.. offsets.Select((_, r) => r.ToString(CultureInfo.InvariantCulture))];
            return Reads.SelectMany(value => suffixes.Select((suffix, r) => (Statement)new Declare(value.Name + suffix, layout.Load(value, offsets[r]))))
                .Concat(steps.SelectMany(step => Inner(step, suffixes, offsets, keep: null)));
        }

        private IEnumerable<Statement> LastRegister() =>
            (ReadsLastFirst ? [] : Reads.Select(value => (Statement)new Declare(value.Name + "Last", layout.Load(value, LastOffset))))
                .Concat(steps.SelectMany(step => Inner(step, ["Last"], [LastOffset], keep: layout.Tail)));

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

                    foreach (Statement store in _usedLater.Contains(map.Result) ? Stores(map.Result) : [])
                    {
                        yield return store;
                    }

                    break;
                case StoreStep stored:
                    foreach (Statement store in Stores(stored.Input))
                    {
                        yield return store;
                    }

                    break;
                case MaxStep max:
                    string greatest = layout.Gathered(max.Result);
                    yield return new Assign(greatest, OnLanes("Max", greatest, Max(All(max.Input))));
                    break;
                case RequireStep require:
                    yield return new Assign("sum", new Operation("sum", "+", Pairwise(All(require.Input), (left, right) => new Operation(left, "+", right))));
                    break;
                case TwoGreatestStep two:
                    (string first, string second) = (layout.Gathered(two.Max), layout.Gathered(two.Second));
                    foreach (Expression x in Unseen(two.Input, "KeepLastElseAbsent"))
                    {
                        yield return KeepTwoGreatest(x, first, second);
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

            IEnumerable<Statement> Stores(Each values) => All(values).Select((value, r) => layout.Store(value, offsets[r]));
        }

        private Expression Register(Each values, string suffix) =>
            values.Name + (suffix == "Last" && ReadsLastFirst && !_computed.Contains(values) ? "Ahead" : suffix);
    }
}
