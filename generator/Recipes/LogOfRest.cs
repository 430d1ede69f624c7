using System.Collections.Generic;

namespace SoftKernels.Generator.Recipes;

/// <summary>
/// The part that log-sum-exp and log-softmax share: the maximum is left out of the sum, and the rest is summed at its own
/// scale, so that it keeps its digits however small it is.
/// </summary>
internal sealed class LogOfRest
{
    public Each X { get; } = new("x");

    public OfRow Max { get; } = new("max");

    /// <summary>Σ exp(xᵢ − max) over all but one maximum.</summary>
    public OfRow Rest { get; } = new("rest");

    public IReadOnlyList<Step> Steps
    {
        get
        {
            Each weight = new("weight");
            OfRow second = new("second");
            OfRow limit = new("limit");
            OfRow scale = new("scale");
            OfRow counted = new("counted");
            OfRow total = new("total");
            return
            [
                new LoadStep("The row.", X),
                new TwoGreatestStep("The greatest value, and the greatest of the others.", Max, second, X),
                new RequireStep("NaN, infinities and very large values take the careful way.", X, Max),
                new ComputeStep("Weights of all but the maximum: e^x, times one power of two for the row.", limit, RowFunction.Broadcast, [second]),
                new ComputeStep("", scale, RowFunction.Scale, [second]),
                new MapStep("", weight, MapFunction.RestWeight, X, [limit, scale]),
                new TotalStep("Their sum, exact: the order cannot matter.", counted, weight),
                new ComputeStep("", total, RowFunction.WithoutOneMaximum, [counted, Max, second, scale]),
                new ComputeStep("The same, relative to the maximum's weight.", Rest, RowFunction.RestRelativeToMax, [total, Max, second]),
            ];
        }
    }
}
