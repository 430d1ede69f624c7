using System.Collections.Generic;

namespace SoftKernels.Generator.Recipes;

/// <summary>One operation: its face to the user, and what it does to a row as a short dataflow.</summary>
internal abstract class Recipe
{
    /// <summary>The member of <c>SoftOperations</c>, and the method name without N.</summary>
    public abstract string Name { get; }

    /// <summary>The bit of the member of <c>SoftOperations</c>.</summary>
    public abstract int Flag { get; }

    /// <summary>The parameter that holds the row.</summary>
    public abstract string Source { get; }

    /// <summary>What comes out of a row.</summary>
    public abstract RecipeResult Result { get; }

    /// <summary>What it computes, as documentation says it.</summary>
    public abstract string Summary { get; }

    /// <summary>What the result is, as documentation says it.</summary>
    public abstract string ResultDocumentation { get; }

    /// <summary>Error bound and special values, as documentation says them.</summary>
    public abstract string Remarks { get; }

    /// <summary>Whether a row without values is refused on the any-length path.</summary>
    public virtual bool RefusesEmptyRows => false;

    /// <summary>The dataflow, in order.</summary>
    public abstract IReadOnlyList<Step> Steps { get; }
}

/// <summary>What an operation gives for a row of N values.</summary>
/// <param name="Kind">N values, one value or an index.</param>
/// <param name="Destination">The parameter for it: of every method where there are N values, of the rows method where there is one.</param>
internal sealed record RecipeResult(ResultKind Kind, string Destination);

internal enum ResultKind
{
    /// <summary>N values, to a destination.</summary>
    Row,

    /// <summary>One value.</summary>
    Value,

    /// <summary>One index.</summary>
    Index,
}
