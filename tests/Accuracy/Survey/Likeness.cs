namespace SoftKernels.Accuracy.Survey;

/// <summary>A method whose results should have the bits of others, and whether they have.</summary>
/// <param name="Type">The element type.</param>
/// <param name="Name">The method.</param>
/// <param name="Of">Those whose bits it should have.</param>
/// <param name="Rows">How many rows were compared.</param>
/// <param name="Different">How many of them had other bits.</param>
internal sealed record Likeness(string Type, string Name, string Of, long Rows, long Different);
