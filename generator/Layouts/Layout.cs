using System;
using System.Collections.Generic;
using System.Linq;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Layouts;

/// <summary>How the N values of a row lie in registers. A layout lowers any recipe.</summary>
/// <param name="width">The register width in bits.</param>
/// <param name="lanes">Values in a register.</param>
/// <param name="size">N.</param>
internal abstract class Layout(int width, int lanes, int size)
{
    protected int Width { get; } = width;

    protected int Lanes { get; } = lanes;

    protected int Size { get; } = size;

    /// <summary>Registers that hold values not seen before only.</summary>
    protected int WholeRegisters => Size / Lanes;

    /// <summary>Values in the last register that no register before has seen; 0 where all registers are whole.</summary>
    protected virtual int Tail => Size < Lanes ? 0 : Size % Lanes;

    protected int Registers => Size < Lanes ? 1 : WholeRegisters + (Tail == 0 ? 0 : 1);

    public abstract Plan Lower(Recipe recipe);

    /// <summary>Where register <paramref name="index"/> begins: the last one overlaps the one before it.</summary>
    protected int Offset(int index) => index < WholeRegisters || Size < Lanes ? index * Lanes : Size - Lanes;

    /// <summary>Whether a step goes over all values, so that a pass carries it.</summary>
    protected static bool IsOfEach(Step step) =>
        step is LoadStep or MapStep or MaxStep or TwoGreatestStep or TotalStep or StoreStep or RequireStep;

    /// <summary>The values of each that a step reads.</summary>
    protected static Each[] InputsOf(Step step) => step switch
    {
        MapStep map => [map.Input],
        MaxStep max => [max.Input],
        TwoGreatestStep two => [two.Input],
        TotalStep { Remainder: null } total => [total.Input],
        TotalStep total => [total.Input, total.Remainder],
        RequireStep require => [require.Input],
        IndexOfStep index => [index.Input],
        StoreStep store => [store.Input],
        _ => [],
    };

    /// <summary>What a pass is for, in the words of its first step that says it.</summary>
    protected static string CommentOf(Step[] pass) =>
        pass.First(step => (step.Comment.Length > 0 && step is not LoadStep) || step == pass[pass.Length - 1]).Comment;

    protected static Expression OnLanes(string function, params Expression[] arguments) => new Call(function, arguments);

    /// <summary>The step for one register, whose values are named with <paramref name="suffix"/>.</summary>
    protected static Expression Map(MapStep step, Expression input, string suffix) => step.Function switch
    {
        MapFunction.Subtract => new Operation(input, "-", step.Arguments[0].Name),
        MapFunction.Multiply => new Operation(input, "*", step.Arguments[0].Name),
        MapFunction function => OnLanes(
            function.ToString(),
            [input, .. Names(step.Arguments), .. step.Remainder is null ? [] : new Expression[] { new Out(step.Remainder.Name + suffix) }]),
    };

    /// <summary>A value of the row from others, each in every lane.</summary>
    protected static Statement Compute(ComputeStep step) => new Declare(step.Result.Name, step.Function is RowFunction.LogOfRest or RowFunction.LogSumExp
        ? OnLanes(step.Function + "OfRow", [.. Names(step.Arguments)])
        : ComputeOfRows(step, value => value.Name));

    /// <summary>The same for a block of rows, a lane for each.</summary>
    protected static Expression ComputeOfRows(ComputeStep step, Func<OfRow, Expression> value) => step.Function == RowFunction.Broadcast
        ? value(step.Arguments[0])
        : OnLanes(step.Function.ToString(), [.. step.Arguments.Select(value)]);

    /// <summary>Whether the rows at hand are ordinary.</summary>
    protected static Statement Require(RequireStep step, Expression sum) => new FallBackUnless(
        step.Max is null ? OnLanes("IsFreeOfNaN", sum) : OnLanes("IsOrdinary", step.Max.Name, sum));

    /// <summary>Returns a value of the row: an index, or what every lane holds.</summary>
    protected static Statement ReturnValue(ReturnStep step, Recipe recipe) =>
        new Return(recipe.Result.Kind == ResultKind.Index ? step.Value.Name : OnLanes("ToScalar", step.Value.Name));

    protected static IEnumerable<Statement> StoreOneHot(StoreOneHotStep step, string destination) =>
    [
        new Evaluate(new CallOn(destination, "Clear")),
        new Assign($"{destination}[{step.Index.Name}]", 1),
    ];

    /// <summary>The counters of an exact sum.</summary>
    protected static Statement[] NothingCounted => [new Declare("coarse", OnLanes("NoneCounted")), new Declare("fine", OnLanes("NoneCounted"))];

    /// <summary>Counts a register of weights, with what rounding lost of them where that is given.</summary>
    protected static Statement Count(Expression weights, Expression? remainders) => new Evaluate(OnLanes("Count",
        [weights, .. remainders is null ? [] : new[] { remainders }, new Reference("coarse"), new Reference("fine")]));

    /// <summary>Combines pairwise, so that the operations do not wait for each other.</summary>
    protected static Expression Pairwise(IReadOnlyList<Expression> terms, Func<Expression, Expression, Expression> combine) => terms.Count switch
    {
        1 => terms[0],
        int count => combine(
            Pairwise(terms.Take((count + 1) / 2).ToArray(), combine),
            Pairwise(terms.Skip((count + 1) / 2).ToArray(), combine)),
    };

    protected static Expression Sum(IReadOnlyList<Expression> terms) => terms.Aggregate((sum, term) => new Operation(sum, "+", term));

    protected static Expression Max(IReadOnlyList<Expression> terms) => Pairwise(terms, (left, right) => OnLanes("Max", left, right));

    /// <summary>Keeps the two greatest values of each lane.</summary>
    protected static Statement KeepTwoGreatest(Expression x, string max, string second) =>
        new Evaluate(OnLanes("KeepTwoGreatest", x, new Reference(max), new Reference(second)));

    private static IEnumerable<Expression> Names(IEnumerable<OfRow> values) => values.Select(value => (Expression)value.Name);
}
