using System.Collections.Generic;

namespace SoftKernels.Generator.Recipes;

internal sealed class HardMaxRecipe : Recipe
{
    public override string Name => "HardMax";

    public override int Flag => 1 << 5;

    public override string Source => "values";

    public override RecipeResult Result => new(ResultKind.Row, "oneHot");

    public override string Summary => "The one-hot vector of the first maximum: the limit of softmax as temperature falls to 0.";

    public override string ResultDocumentation => "1 at the first maximum, 0 elsewhere";

    public override string Remarks => "Exact. A NaN makes every result NaN.";

    public override IReadOnlyList<Step> Steps =>
        [.. ArgMaxRecipe.ToIndex(out OfRow index), new StoreOneHotStep("The one-hot vector of that index.", index)];
}
