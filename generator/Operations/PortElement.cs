using SoftKernels.Generator.ElementTypes;

namespace SoftKernels.Generator.Operations;

/// <summary>What a port's numbers are: their C# type, and what the lanes call functions for them.</summary>
internal sealed class PortElement
{
    /// <summary>Of the kernel's own type.</summary>
    public static readonly PortElement Value = new(keyword: null, noun: "", toScalar: "ToScalar", storeOfRows: "Store");

    /// <summary>An index into the row.</summary>
    public static readonly PortElement Index = new("int", noun: "Index", toScalar: null, storeOfRows: "StoreIndices");

    /// <summary>Whether a value takes part.</summary>
    public static readonly PortElement Flag = new("bool", noun: "Mask", toScalar: null, storeOfRows: null);

    /// <summary>Whether values take part, a bit for each.</summary>
    public static readonly PortElement Bits = new("ulong", noun: "Bits", toScalar: null, storeOfRows: null);

    /// <summary>A number to draw by, whatever the values are.</summary>
    public static readonly PortElement Uniform = new("double", noun: "Uniform", toScalar: null, storeOfRows: null);

    private readonly string? _keyword;

    private PortElement(string? keyword, string noun, string? toScalar, string? storeOfRows)
    {
        _keyword = keyword;
        Noun = noun;
        ToScalar = toScalar;
        StoreOfRows = storeOfRows;
    }

    /// <summary>What follows "Load" in the functions that read a row of them.</summary>
    public string Noun { get; }

    /// <summary>Takes one out of a register that has it in every lane; <see langword="null"/> where a value of the row is in no register.</summary>
    public string? ToScalar { get; }

    /// <summary>Stores one of each row; <see langword="null"/> where there is none to store.</summary>
    public string? StoreOfRows { get; }

    /// <summary>Whether they are of the kernel's own type.</summary>
    public bool IsOfKernel => _keyword is null;

    public string Keyword(ElementType type) => _keyword ?? type.Keyword;
}
