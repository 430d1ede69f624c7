using System.Collections.Generic;

namespace SoftKernels.Generator.Recipes;

internal sealed class SoftmaxRecipe : Recipe
{
    public override string Name => "Softmax";

    public override int Flag => 1 << 0;

    public override string Source => "logits";

    public override RecipeResult Result => new(ResultKind.Row, "probabilities");

    public override string Summary => "Softmax: exp(xᵢ) / Σ exp(xⱼ).";

    public override string ResultDocumentation => "the probabilities";

    public override string Remarks =>
        "Within 4 ULP (5 beyond 256 values). A NaN makes every result NaN; k values of +∞ share 1 as 1/k; a row of −∞ only gives all 0.";

    public override IReadOnlyList<Step> Steps
    {
        get
        {
            Each x = new("x");
            Each weight = new("weight");
            Each probability = new("probability");
            OfRow max = new("max");
            OfRow scale = new("scale");
            OfRow lowest = new("lowest");
            OfRow total = new("total");
            OfRow inverse = new("inverse");
            return
            [
                new LoadStep("The row.", x),
                new MaxStep("The greatest logit.", max, x),
                new RequireStep("NaN, infinities and very large logits take the careful way.", x, max),
                new ComputeStep("Weights: e^x, times one power of two for the row.", scale, RowFunction.Scale, [max]),
                new ComputeStep("", lowest, RowFunction.Lowest, [max]),
                new MapStep("", weight, MapFunction.Weight, x, [scale, lowest]),
                new TotalStep("Their sum, exact: the order cannot matter.", total, weight),
                new ComputeStep("Each weight's share of it.", inverse, RowFunction.Reciprocal, [total]),
                new MapStep("", probability, MapFunction.Multiply, weight, [inverse]),
                new StoreStep("", probability),
            ];
        }
    }
}
