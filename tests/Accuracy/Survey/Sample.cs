using System.Collections.Generic;

namespace SoftKernels.Accuracy.Survey;

/// <summary>All rows of one trial; no tally where a contender lacks the operation.</summary>
internal sealed record Sample(
    string Type, Topic Topic, string Variant, int Size, int Distribution, int Rows, IReadOnlyDictionary<(Quantity Quantity, string Contender), Tally> Tallies);
