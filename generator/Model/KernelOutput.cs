namespace SoftKernels.Generator.Model;

/// <summary>What comes of an annotated type.</summary>
internal abstract record KernelOutput;

/// <summary>A file to be generated.</summary>
/// <param name="HintName">Unique in a compilation, even where names that differ by case only are the same.</param>
/// <param name="Type">What it is generated from.</param>
internal sealed record KernelFile(string HintName, KernelTypeModel Type) : KernelOutput;

/// <summary>Why there is none, where no analyzer will say so: what an error says, without what would keep a compilation alive.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Message">What it says of the type.</param>
/// <param name="Place">Where.</param>
internal sealed record Refusal(string Id, string Message, Place Place) : KernelOutput;

/// <summary>Part of a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Start">The first character.</param>
/// <param name="Length">How many.</param>
/// <param name="FirstLine">Its line, from 0 on.</param>
/// <param name="FirstColumn">Where in that.</param>
/// <param name="LastLine">The line of its end.</param>
/// <param name="LastColumn">Where in that.</param>
internal sealed record Place(string Path, int Start, int Length, int FirstLine, int FirstColumn, int LastLine, int LastColumn);
