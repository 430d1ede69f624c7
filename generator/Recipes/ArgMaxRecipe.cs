using System.Collections.Generic;

namespace SoftKernels.Generator.Recipes;

internal sealed class ArgMaxRecipe : Recipe
{
    public override string Name => "ArgMax";

    public override int Flag => 1 << 4;

    public override string Source => "values";

    public override RecipeResult Result => new(ResultKind.Index, "indices");

    public override string Summary => "The index of the first maximum.";

    public override string ResultDocumentation => "the index of the first maximum";

    public override string Remarks => "Exact; −0 equals +0. With a NaN, the index of the first NaN; 0 where every value is −∞.";

    public override IReadOnlyList<Step> Steps => [.. ToIndex(out OfRow index), new ReturnStep("", index)];

    /// <summary>The steps to the index of the first maximum.</summary>
    public static IReadOnlyList<Step> ToIndex(out OfRow index)
    {
        Each x = new("x");
        OfRow max = new("max");
        index = new("index");
        return
        [
            new LoadStep("The row.", x),
            new MaxStep("The greatest value.", max, x),
            new RequireStep("A NaN takes the careful way.", x, Max: null),
            new IndexOfStep("Where it stands first.", index, x, max),
        ];
    }
}
