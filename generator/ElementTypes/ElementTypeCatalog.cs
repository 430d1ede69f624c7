using System;
using System.Collections.Generic;

namespace SoftKernels.Generator.ElementTypes;

/// <summary>The supported element types: one line each.</summary>
internal static class ElementTypeCatalog
{
    private static readonly ElementType[] s_all =
    [
        SingleElement.Instance,
        DoubleElement.Instance,
    ];

    public static IReadOnlyList<ElementType> All => s_all;

    public static IReadOnlyList<string> Keywords { get; } = Array.ConvertAll(s_all, type => type.Keyword);

    public static ElementType Get(string keyword) => Array.Find(s_all, type => type.Keyword == keyword);
}
