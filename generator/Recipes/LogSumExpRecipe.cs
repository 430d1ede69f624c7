using System.Collections.Generic;

namespace SoftKernels.Generator.Recipes;

internal sealed class LogSumExpRecipe : Recipe
{
    public override string Name => "LogSumExp";

    public override int Flag => 1 << 2;

    public override string Source => "values";

    public override RecipeResult Result => new(ResultKind.Value, "results");

    public override string Summary => "Log-sum-exp: log Σ exp(xᵢ), the smooth maximum.";

    public override string ResultDocumentation => "log Σ exp(xᵢ), in nats";

    public override string Remarks =>
        "Within 4 ULP of the greater magnitude of the result and the maximum; exact for one value. A NaN gives NaN, a +∞ gives +∞; −∞ counts as absent.";

    public override IReadOnlyList<Step> Steps
    {
        get
        {
            OfRow result = new("result");
            RestOfRow rest = new();
            return
            [
                .. rest.Steps,
                new ComputeStep("The maximum, and the logarithm of 1 + the rest.", result, RowFunction.LogSumExp, [rest.Total, rest.Max, rest.Second]),
                new ReturnStep("", result),
            ];
        }
    }
}
