using System.Collections.Generic;

namespace SoftKernels.Generator.Recipes;

/// <summary>
/// The part that log-sum-exp and log-softmax share: the maximum is left out of the sum, and the rest is summed at its own
/// scale, so that it keeps its digits however small it is.
/// </summary>
internal sealed class RestOfRow
{
    public Each X { get; } = new("x");

    public OfRow Max { get; } = new("max");

    /// <summary>The greatest of the other values.</summary>
    public OfRow Second { get; } = new("second");

    /// <summary>The weights of all values but one maximum, at the scale of the second greatest.</summary>
    public OfRow Total { get; } = new("total");

    public IReadOnlyList<Step> Steps
    {
        get
        {
            Each weight = new("weight");
            Each remainder = new("remainder");
            OfRow limit = new("limit");
            OfRow scale = new("scale");
            OfRow lowest = new("lowest");
            OfRow counted = new("counted");
            return
            [
                new LoadStep("The row.", X),
                new TwoGreatestStep("The greatest value, and the greatest of the others.", Max, Second, X),
                new RequireStep("NaN, infinities and very large values take the careful way.", X, Max),
                new ComputeStep("Weights of all but the maximum: e^x, times one power of two for the row.", limit, RowFunction.Broadcast, [Second]),
                new ComputeStep("", scale, RowFunction.Scale, [Second]),
                new ComputeStep("", lowest, RowFunction.Lowest, [Second]),
                new MapStep("", weight, MapFunction.RestWeight, X, [limit, scale, lowest], remainder),
                new TotalStep("Their sum, exact: the order cannot matter.", counted, weight, remainder),
                new ComputeStep("", Total, RowFunction.WithoutOneMaximum, [counted, Max, Second, scale]),
            ];
        }
    }
}
