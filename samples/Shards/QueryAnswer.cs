using System.Collections.Generic;
using System.Globalization;

namespace Shards;

/// <summary>The answer of the web endpoint.</summary>
/// <param name="Items">Of the catalogue.</param>
/// <param name="LogSumExp">Of all items' scores.</param>
/// <param name="Top">The most probable items, the most probable first.</param>
/// <param name="Drawn">Draws without replacement, in their order.</param>
/// <param name="Checksum">Of the bits of all items' probabilities, in hexadecimal, where it was asked for.</param>
internal sealed record QueryAnswer(int Items, float LogSumExp, IReadOnlyList<Hit> Top, IReadOnlyList<Hit> Drawn, string? Checksum)
{
    public static QueryAnswer Of(Catalogue catalogue, Answer answer) =>
        new(catalogue.Items, answer.LogSumExp, answer.Top, answer.Drawn, answer.Checksum?.ToString("x16", CultureInfo.InvariantCulture));
}
