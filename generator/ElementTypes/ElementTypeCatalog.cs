using System;

namespace SoftKernels.Generator.ElementTypes;

/// <summary>The supported element types: one line each.</summary>
internal static class ElementTypeCatalog
{
    public static ElementType[] All { get; } =
    [
        SingleElement.Instance,
        DoubleElement.Instance,
    ];

    public static ElementType Get(string keyword) => Find(keyword) ?? throw new ArgumentException(keyword);

    /// <returns><see langword="null"/> for a type that is not supported.</returns>
    public static ElementType? Find(string keyword)
    {
        foreach (ElementType type in All)
        {
            if (type.Keyword == keyword)
            {
                return type;
            }
        }

        return null;
    }
}
