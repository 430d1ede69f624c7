using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Operations.Steps;
using SoftKernels.Generator.Reductions;

namespace SoftKernels.Generator.Operations;

/// <summary>
/// The part that log-sum-exp and log-softmax share: the maximum is left out of the sum, and the rest is summed at its own
/// scale, so that it keeps its digits however small it is.
/// </summary>
/// <param name="row">The port that the row comes from.</param>
internal sealed class RestOfRow(Port row)
{
    public Each X { get; } = new("x");

    public OfRow Max { get; } = new("max");

    /// <summary>The greatest of the other values.</summary>
    public OfRow Second { get; } = new("second");

    /// <summary>The weights of all values but one maximum, at the scale of the second greatest.</summary>
    public OfRow Total { get; } = new("total");

    /// <summary>The steps to it, then those that use it.</summary>
    public Step[] Then(params Step[] next)
    {
        OfRow scale = new("scale");
        OfRow lowest = new("lowest");
        OfRow counted = new("counted");
        return
        [
            new Load("The row.", row, X),
            new TwoGreatest("The greatest value, and the greatest of the others.", Max, Second, X),
            new RequireOrdinary("NaN, infinities and very large values take the careful way.", X, Max),
            new Compute("Weights of all but the maximum: e^x, times one power of two for the row.", scale, RowFunction.Scale, Second),
            new Compute("", lowest, RowFunction.Lowest, Second),
            new RestTotal("Their sum, exact: the order cannot matter.", counted, X, Second, scale, lowest),
            new Compute("", Total, RowFunction.WithoutOneMaximum, counted, Max, Second),
            .. next,
        ];
    }
}
