namespace SoftKernels.Generator.ElementTypes;

/// <summary>A type of values.</summary>
/// <param name="Keyword">The C# keyword.</param>
/// <param name="RuntimePrefix">What the runtime's classes for this type begin with: <c>Single512</c>, <c>SingleRow</c>.</param>
/// <param name="Bits">The width of a value.</param>
internal sealed record ElementType(string Keyword, string RuntimePrefix, int Bits);
