namespace SoftKernels.Generator.Model;

/// <summary>
/// One annotated type: all that its generated file depends on, and nothing else. Immutable, structurally equal,
/// without symbols, locations or anything that can be derived.
/// </summary>
/// <param name="Namespace">The containing namespace, keywords escaped; empty for the global namespace.</param>
/// <param name="Types">The containing types, outermost first, then the annotated type itself.</param>
/// <param name="MetadataName">The full metadata name (<c>Ns.Outer`1+Inner</c>), unique in a compilation.</param>
/// <param name="Kernels">What was asked for, in ordinal order of element type, then size, then name.</param>
/// <param name="LibraryAlias">The extern alias by which alone the project knows the library, if it is so, escaped when it is a keyword.</param>
internal sealed record KernelTypeModel(
    string Namespace,
    EquatableArray<TypeDeclaration> Types,
    string MetadataName,
    EquatableArray<KernelModel> Kernels,
    string? LibraryAlias);

/// <summary>How to re-open a type declaration.</summary>
/// <param name="Keyword">The words after <c>partial</c>: <c>class</c>, <c>struct</c>, <c>record</c>, <c>record struct</c>, <c>interface</c>.</param>
/// <param name="Name">The identifier, escaped when it is a keyword, with its type parameters: <c>Inner&lt;T, U&gt;</c>.</param>
internal sealed record TypeDeclaration(string Keyword, string Name);

/// <summary>One <c>[SoftKernel]</c> attribute.</summary>
/// <param name="ElementType">The element type as C# displays it, a key of the element type catalogue.</param>
/// <param name="Size">The number of values in a row.</param>
/// <param name="Operations">The bits of <c>SoftOperations</c>.</param>
/// <param name="Extras">The bits of <c>SoftExtras</c>.</param>
/// <param name="Name">What follows the operation in the names of methods, where it is not the size.</param>
internal sealed record KernelModel(string ElementType, int Size, int Operations, int Extras = 0, string? Name = null);
