using System.Collections.Generic;

namespace SoftKernels.Accuracy.Survey;

/// <summary>All rows of one type, size and distribution; no tally where a contender lacks the operation.</summary>
internal sealed record Sample(string Type, int Size, int Distribution, int Rows, IReadOnlyDictionary<(Quantity Quantity, string Contender), Tally> Tallies);
