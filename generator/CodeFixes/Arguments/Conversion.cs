using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SoftKernels.CodeFixes.Arguments;

/// <summary>What holds values in a row, and the span over them: no copy, and row-major as it lies.</summary>
/// <param name="Holder">The type's full metadata name.</param>
/// <param name="Span">C#: <c>{0}</c> is what holds the values, <c>{1}</c> their type.</param>
/// <param name="Written">C# of a span that can be written to, where that is another.</param>
internal sealed record Conversion(string Holder, string Span, string? Written = null)
{
    private const string OfTensor = "{0}.GetSpan(stackalloc nint[{0}.Rank], (int){0}.FlattenedLength)";

    /// <summary>One line each. Of arrays of several dimensions, a span over none is right too, where <c>ref array[0, 0]</c> would throw.</summary>
    private static readonly Conversion[] s_all =
    [
        new("System.Collections.Generic.List`1", "System.Runtime.InteropServices.CollectionsMarshal.AsSpan({0})"),
        new("System.Memory`1", "{0}.Span"),
        new("System.ReadOnlyMemory`1", "{0}.Span"),
        new("System.Collections.Immutable.ImmutableArray`1", "{0}.AsSpan()"),
        new("System.Numerics.Tensors.Tensor`1", OfTensor),
        new("System.Numerics.Tensors.TensorSpan`1", OfTensor),
        new("System.Numerics.Tensors.ReadOnlyTensorSpan`1", OfTensor),
        new("Microsoft.ML.OnnxRuntime.Tensors.DenseTensor`1", "{0}.Buffer.Span"),
        new("Microsoft.ML.OnnxRuntime.OrtValue", "{0}.GetTensorDataAsSpan<{1}>()", "{0}.GetTensorMutableDataAsSpan<{1}>()"),
        new("Microsoft.Extensions.AI.Embedding`1", "{0}.Vector.Span"),
    ];

    private static readonly Conversion s_ofDimensions = new(
        "System.Array",
        "System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref System.Runtime.CompilerServices.Unsafe.As<byte, {1}>(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference({0})), {0}.Length)");

    /// <summary>The types that it names, without their arguments.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "System.Runtime.InteropServices.CollectionsMarshal",
        "System.Runtime.InteropServices.MemoryMarshal",
        "System.Runtime.CompilerServices.Unsafe",
    ];

    /// <summary>Whether what holds the values is said more than once, and so must not be computed.</summary>
    public bool Repeats => Span.Split(["{0}"], System.StringSplitOptions.None).Length > 2;

    /// <summary>Of a type of values, if there is one: a base class is as good.</summary>
    public static Conversion? Of(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol { Rank: > 1 })
        {
            return s_ofDimensions;
        }

        for (; type is not null; type = type.BaseType)
        {
            string name = (type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." : "") + type.MetadataName;
            if (s_all.FirstOrDefault(conversion => conversion.Holder == name) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
