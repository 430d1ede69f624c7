using System.Collections.Generic;

namespace SoftKernels.Generator.Recipes;

internal sealed class LogSoftmaxRecipe : Recipe
{
    public override string Name => "LogSoftmax";

    public override int Flag => 1 << 1;

    public override string Source => "logits";

    public override RecipeResult Result => new(ResultKind.Row, "logProbabilities");

    public override string Summary => "Log-softmax: xᵢ − log Σ exp(xⱼ), accurate near 0 too.";

    public override string ResultDocumentation => "the logarithms of the probabilities, in nats";

    public override string Remarks =>
        "Within 4 ULP. A NaN makes every result NaN; k values of +∞ give −log k and all others −∞; a row of −∞ only gives all −∞.";

    public override IReadOnlyList<Step> Steps
    {
        get
        {
            Each shifted = new("shifted");
            Each result = new("result");
            OfRow center = new("center");
            OfRow log = new("log");
            OfRow logs = new("logs");
            RestOfRow rest = new();
            return
            [
                .. rest.Steps,
                new ComputeStep("Two subtractions of like sign: nothing cancels.", log, RowFunction.LogOfRest, [rest.Total, rest.Max, rest.Second]),
                new ComputeStep("", center, RowFunction.Broadcast, [rest.Max]),
                new ComputeStep("", logs, RowFunction.Broadcast, [log]),
                new MapStep("", shifted, MapFunction.Subtract, rest.X, [center]),
                new MapStep("", result, MapFunction.Subtract, shifted, [logs]),
                new StoreStep("", result),
            ];
        }
    }
}
