using System.Collections.Generic;

namespace SoftKernels.Expansion;

/// <summary>A register that <c>Kernel</c> is written out for: what its type parameters stand for.</summary>
internal sealed class Register
{
    private Register(string element, int bits)
    {
        bool isSingle = element == "Single";
        Name = element + bits;
        Bits = bits;
        Lanes = $"{element}Lanes{bits}";
        Format = $"{element}Format";
        Element = isSingle ? "float" : "double";
        ElementBytes = isSingle ? 4 : 8;
        VectorClass = $"Vector{bits}";
        Aliases =
        [
            new("TLanes", $"SoftKernels.Numerics.{Lanes}"),
            new("TFormat", $"SoftKernels.Numerics.{Format}"),
            new("TVector", $"System.Runtime.Intrinsics.{VectorClass}<{Element}>"),
            new("TBits", $"System.Runtime.Intrinsics.{VectorClass}<{(isSingle ? "int" : "long")}>"),
            new("T", Element),
        ];
    }

    public static IReadOnlyList<Register> All { get; } =
    [
        new("Single", 512), new("Single", 256), new("Single", 128), new("Double", 512), new("Double", 256), new("Double", 128),
    ];

    /// <summary>The struct's name.</summary>
    public string Name { get; }

    public int Bits { get; }

    public bool IsDouble => Element == "double";

    public string Lanes { get; }

    public string Format { get; }

    public string Element { get; }

    public int ElementBytes { get; }

    public string VectorClass { get; }

    /// <summary>The type parameters of <c>Kernel</c>, which become aliases.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Aliases { get; }
}
