using System.Collections.Generic;
using System.Linq;

namespace SoftKernels.Generator.ElementTypes;

/// <summary>The supported element types: one line each.</summary>
internal static class ElementTypeCatalog
{
    public static IReadOnlyList<ElementType> All { get; } =
    [
        SingleElement.Instance,
        DoubleElement.Instance,
    ];

    public static IReadOnlyList<string> Keywords { get; } = All.Select(type => type.Keyword).ToArray();

    public static ElementType Get(string keyword) => All.First(type => type.Keyword == keyword);
}
