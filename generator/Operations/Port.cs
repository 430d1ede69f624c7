namespace SoftKernels.Generator.Operations;

/// <summary>What goes into an operation or comes out of it. Every method's parameters, checks and documentation follow from the ports.</summary>
internal sealed class Port
{
    private Port(string name, string documentation, Extent extent, PortElement element)
    {
        Name = name;
        OfRows = name;
        Documentation = documentation;
        Extent = extent;
        Element = element;
    }

    /// <summary>The parameter of a method for one row.</summary>
    public string Name { get; }

    /// <summary>The parameter of a method for several rows.</summary>
    public string OfRows { get; private set; }

    /// <summary>What it is, as documentation says it: a noun that begins a sentence.</summary>
    public string Documentation { get; }

    public Extent Extent { get; }

    public PortElement Element { get; }

    public bool IsOut { get; private set; }

    /// <summary>Whether one row of it may serve all rows of a matrix.</summary>
    public bool MayServeAllRows { get; private set; }

    /// <summary>The function of <c>KernelThrow</c> that refuses wrong numbers, of one or of a span of them; <see langword="null"/> where there are none.</summary>
    public string? Check { get; private set; }

    /// <summary>Whether it is an index that a caller gives: then the check takes N.</summary>
    public bool IsIndexOfRow => !IsOut && Element == PortElement.Index;

    /// <summary>What is refused, as documentation says it.</summary>
    public string Refused { get; private set; } = "";

    /// <summary>The reference through which unrolled code reads or writes it: its operation sees to it that no two have the same name.</summary>
    public string Reference { get; set; } = "";

    /// <summary>Whether a method for one row returns it.</summary>
    public bool IsReturned { get; set; }

    /// <summary>The same in another operation, which has references of its own.</summary>
    public Port Copy() => (Port)MemberwiseClone();

    /// <summary>N values that are read.</summary>
    public static Port Row(string name, string documentation = "The row") => new(name, documentation, Extent.Row, PortElement.Value);

    /// <summary>N values that are written.</summary>
    public static Port RowResult(string name, string documentation) => RowResult(name, name, documentation);

    /// <summary>N values that are written, by another name for several rows.</summary>
    public static Port RowResult(string name, string ofRows, string documentation) => new(name, documentation, Extent.Row, PortElement.Value) { OfRows = ofRows, IsOut = true };

    /// <summary>One value that is written.</summary>
    public static Port ValueResult(string name, string ofRows, string documentation) =>
        new(name, documentation, Extent.OneOfRow, PortElement.Value) { OfRows = ofRows, IsOut = true };

    /// <summary>One index that is written.</summary>
    public static Port IndexResult(string name, string ofRows, string documentation) =>
        new(name, documentation, Extent.OneOfRow, PortElement.Index) { OfRows = ofRows, IsOut = true };

    /// <summary>Which of the N values take part; for several rows, for all of them or for each.</summary>
    public static Port Mask(string name, string documentation) => new(name, documentation, Extent.Row, PortElement.Flag) { MayServeAllRows = true };

    /// <summary>Which of the values take part, a bit for each: a number a row.</summary>
    public static Port BitMask(string name, string ofRows, string documentation) => new(name, documentation, Extent.OneOfRow, PortElement.Bits) { OfRows = ofRows };

    /// <summary>The same number for all rows.</summary>
    public static Port BitMaskOfAllRows(string name, string documentation) => new(name, documentation, Extent.OneOfCall, PortElement.Bits);

    /// <summary>An index into the row that is read.</summary>
    public static Port Label(string name, string ofRows, string documentation) => new(name, documentation, Extent.OneOfRow, PortElement.Index)
    {
        OfRows = ofRows,
        Check = "IfLabelIsOutside",
        Refused = "A label is no index of a row",
    };

    /// <summary>A number to draw by.</summary>
    public static Port Uniform(string name, string ofRows, string documentation) => new(name, documentation, Extent.OneOfRow, PortElement.Uniform) { OfRows = ofRows };

    /// <summary>Indices that are written, as many as the caller has room for.</summary>
    public static Port Chosen(string name, string documentation) => new(name, documentation, Extent.Chosen, PortElement.Index) { IsOut = true };

    /// <summary>Values that are written, as many as there are indices.</summary>
    public static Port ChosenResult(string name, string documentation) => new(name, documentation, Extent.Chosen, PortElement.Value) { IsOut = true };

    /// <summary>N values that are read, weights of the classes.</summary>
    public static Port Targets(string name, string documentation) => new(name, documentation, Extent.Row, PortElement.Value)
    {
        Check = "IfNoTargets",
        Refused = "A target is negative, infinite or NaN",
    };

    /// <summary>What values are divided by, the same for all rows.</summary>
    public static Port Temperature() => Scalar(
        "temperature", "The temperature τ, 0 or a positive finite number; 1 gives the bits of the method without it", "IfNoTemperature", "The temperature is negative, infinite or NaN");

    /// <summary>One value that is read, the same for all rows.</summary>
    public static Port Scalar(string name, string documentation, string check, string refused) =>
        new(name, documentation, Extent.OneOfCall, PortElement.Value) { Check = check, Refused = refused };
}

/// <summary>How many numbers a port has.</summary>
internal enum Extent
{
    /// <summary>N for each row.</summary>
    Row,

    /// <summary>One for each row.</summary>
    OneOfRow,

    /// <summary>From 1 to N for each row, as the caller chooses by the span that he passes.</summary>
    Chosen,

    /// <summary>One, however many rows there are.</summary>
    OneOfCall,
}
