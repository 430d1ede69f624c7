using System.Collections.Generic;

namespace SoftKernels.Generator.Recipes;

internal sealed class MaxRecipe : Recipe
{
    public override string Name => "Max";

    public override int Flag => 1 << 3;

    public override string Source => "values";

    public override RecipeResult Result => new(ResultKind.Value, "results");

    public override string Summary => "The maximum.";

    public override string ResultDocumentation => "the maximum, +0 where it is a zero";

    public override string Remarks => "Exact. A NaN gives NaN.";

    public override bool RefusesEmptyRows => true;

    public override IReadOnlyList<Step> Steps
    {
        get
        {
            Each x = new("x");
            OfRow max = new("max");
            OfRow result = new("result");
            return
            [
                new LoadStep("The row.", x),
                new MaxStep("The greatest value.", max, x),
                new RequireStep("A NaN takes the careful way.", x, Max: null),
                new ComputeStep("Never −0.", result, RowFunction.PlusZero, [max]),
                new ReturnStep("", result),
            ];
        }
    }
}
