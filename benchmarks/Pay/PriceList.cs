using System.Collections.Generic;

namespace SoftKernels.Benchmarks.Pay;

/// <summary>What something costs before the first result, and what it may cost at most; null where no target was set.</summary>
internal readonly record struct Price(double Amount, double? AtMost = null)
{
    public bool IsMissed => Amount > AtMost;
}

/// <summary>A line of a list, one price a column.</summary>
internal sealed record PriceLine(string Name, IReadOnlyList<Price> Prices);

/// <summary>Prices of one kind.</summary>
internal sealed record PriceList(string Title, IReadOnlyList<string> Columns, IReadOnlyList<PriceLine> Lines);
