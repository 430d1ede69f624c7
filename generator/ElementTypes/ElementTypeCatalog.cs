using System;

namespace SoftKernels.Generator.ElementTypes;

/// <summary>The supported element types: one line each.</summary>
internal static class ElementTypeCatalog
{
    public static ElementType[] All { get; } =
    [
        SingleElement.Instance,
        DoubleElement.Instance,
        HalfElement.Instance,
    ];

    public static ElementType Get(string name) => Find(name) ?? throw new ArgumentException(name);

    /// <returns><see langword="null"/> for a type that is not supported.</returns>
    public static ElementType? Find(string name)
    {
        foreach (ElementType type in All)
        {
            if (type.Name == name)
            {
                return type;
            }
        }

        return null;
    }
}
