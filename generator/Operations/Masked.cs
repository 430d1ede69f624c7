namespace SoftKernels.Generator.Operations;

/// <summary>An operation on those values of a row that a mask lets take part: the library's at every size, which leaves the others out and calls the plain method.</summary>
/// <param name="plain">The plain operation: its ports, and the mask behind the row.</param>
/// <param name="kind">What the mask is.</param>
internal sealed class Masked(Operation plain, MaskKind kind) : Variant(plain, Extras.Mask, plain.PortsWith(PortOf(kind)))
{
    /// <summary>Values that a number has bits for.</summary>
    private const int Bits = 64;

    public override string Name => "Masked" + Plain.Name;

    public override int MostValues => kind == MaskKind.Flags ? int.MaxValue : Bits;

    public override Operation Composed => Plain;

    public override bool IsOfRowsOnly => kind == MaskKind.BitsOfAllRows;

    public override string Summary => Plain.Summary;

    /// <summary>Of an operation all kinds of masks.</summary>
    public static Operation[] Of(Operation plain) => [new Masked(plain, MaskKind.Flags), new Masked(plain, MaskKind.Bits), new Masked(plain, MaskKind.BitsOfAllRows)];

    private static Port PortOf(MaskKind kind)
    {
        const string Documentation = "Which values take part";
        return kind switch
        {
            MaskKind.Flags => Port.Mask("mask", Documentation),
            MaskKind.Bits => Port.BitMask("mask", "masks", Documentation),
            _ => Port.BitMaskOfAllRows("mask", Documentation),
        };
    }
}

/// <summary>What a mask is.</summary>
internal enum MaskKind
{
    /// <summary>A bool a value, for all rows or for each.</summary>
    Flags,

    /// <summary>A bit a value: a number for each row.</summary>
    Bits,

    /// <summary>A bit a value, the same for all rows.</summary>
    BitsOfAllRows,
}
