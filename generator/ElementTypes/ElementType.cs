namespace SoftKernels.Generator.ElementTypes;

/// <summary>A type of values.</summary>
/// <param name="keyword">The C# keyword.</param>
/// <param name="runtimePrefix">What the runtime's registers of this type begin with: <c>Single512</c>.</param>
/// <param name="bits">The width of a value.</param>
internal sealed class ElementType(string keyword, string runtimePrefix, int bits)
{
    public string Keyword { get; } = keyword;

    public string RuntimePrefix { get; } = runtimePrefix;

    public int Bits { get; } = bits;
}
