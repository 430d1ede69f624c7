namespace SoftKernels.Generator.Recipes;

/// <summary>All N values of a row: a name in the dataflow.</summary>
internal sealed record Each(string Name);

/// <summary>One value a row: a name in the dataflow.</summary>
internal sealed record OfRow(string Name);

/// <summary>A step of a recipe. Steps know nothing of registers, widths or C#.</summary>
/// <param name="Comment">What the step is for, in a reader's words.</param>
internal abstract record Step(string Comment);

/// <summary>Reads the row.</summary>
internal sealed record LoadStep(string Comment, Each Result) : Step(Comment);

/// <summary>Applies a function to each value, with values of the row as further arguments; a remainder is what rounding lost of the result.</summary>
internal sealed record MapStep(string Comment, Each Result, MapFunction Function, Each Input, OfRow[] Arguments, Each? Remainder = null) : Step(Comment);

/// <summary>The greatest of all values.</summary>
internal sealed record MaxStep(string Comment, OfRow Result, Each Input) : Step(Comment);

/// <summary>The greatest and the second greatest of all values.</summary>
internal sealed record TwoGreatestStep(string Comment, OfRow Max, OfRow Second, Each Input) : Step(Comment);

/// <summary>The exact sum of weights, and of what rounding lost of them where that is given.</summary>
internal sealed record TotalStep(string Comment, OfRow Result, Each Input, Each? Remainder = null) : Step(Comment);

/// <summary>The index of the first value equal to one of the row's.</summary>
internal sealed record IndexOfStep(string Comment, OfRow Result, Each Input, OfRow Wanted) : Step(Comment);

/// <summary>Leaves for the fallback unless the row is ordinary: no NaN, and a maximum (where given) that needs no shift.</summary>
internal sealed record RequireStep(string Comment, Each Input, OfRow? Max) : Step(Comment);

/// <summary>Computes a value of the row from others.</summary>
internal sealed record ComputeStep(string Comment, OfRow Result, RowFunction Function, OfRow[] Arguments) : Step(Comment);

/// <summary>Writes all N results.</summary>
internal sealed record StoreStep(string Comment, Each Input) : Step(Comment);

/// <summary>Writes 1 at an index and 0 elsewhere.</summary>
internal sealed record StoreOneHotStep(string Comment, OfRow Index) : Step(Comment);

/// <summary>Returns a value of the row.</summary>
internal sealed record ReturnStep(string Comment, OfRow Value) : Step(Comment);

/// <summary>What is done to each value.</summary>
internal enum MapFunction
{
    /// <summary>e^x times the row's scale.</summary>
    Weight,

    /// <summary>The weight, but 0 for the one value above the second greatest.</summary>
    RestWeight,

    /// <summary>x − a.</summary>
    Subtract,

    /// <summary>x · a.</summary>
    Multiply,
}

/// <summary>What is done once a row.</summary>
internal enum RowFunction
{
    /// <summary>The scale of weights, from the value that weighs most.</summary>
    Scale,

    /// <summary>What lower values are raised to, from the value that weighs most: beside it they weigh nothing.</summary>
    Lowest,

    /// <summary>A value of the row, to be used with each of its values.</summary>
    Broadcast,

    /// <summary>1 / total.</summary>
    Reciprocal,

    /// <summary>A total without the weight that two equal maxima count once too often: total, max, second, scale.</summary>
    WithoutOneMaximum,

    /// <summary>log-sum-exp − max, from the total of all weights but one maximum's: total, max, second.</summary>
    LogOfRest,

    /// <summary>log-sum-exp, from the same.</summary>
    LogSumExp,

    /// <summary>+0 for −0.</summary>
    PlusZero,
}
