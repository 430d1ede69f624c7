namespace SoftKernels.Numerics;

/// <summary>A row of which only parts are at hand: its two greatest values, and what was counted.</summary>
/// <typeparam name="T">The element: float or double.</typeparam>
internal struct RowInParts<T>
{
    /// <summary>The maximum: finite.</summary>
    public T Max;

    /// <summary>The greatest of the others; −∞ where there is none.</summary>
    public T Second;

    /// <summary>Whether the row is counted on three grids.</summary>
    public bool IsLong;

    /// <summary>Of the whole row, or of the parts so far.</summary>
    public RowSums Sums;
}
