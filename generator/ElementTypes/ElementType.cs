namespace SoftKernels.Generator.ElementTypes;

/// <summary>A type of values, and what they are computed in.</summary>
internal sealed class ElementType
{
    /// <summary>A type that is computed in itself: the runtime has registers of it.</summary>
    /// <param name="keyword">The C# keyword.</param>
    /// <param name="runtimePrefix">What the runtime's registers of this type begin with: <c>Single512</c>.</param>
    /// <param name="bits">The width of a value.</param>
    public ElementType(string keyword, string runtimePrefix, int bits)
    {
        Name = keyword;
        Keyword = keyword;
        RuntimePrefix = runtimePrefix;
        Bits = bits;
        ComputedIn = this;
    }

    /// <summary>A type that values are stored in only.</summary>
    /// <param name="name">The full name.</param>
    /// <param name="computedIn">The type that the library carries them to, and their results from, rounded once.</param>
    public ElementType(string name, ElementType computedIn)
    {
        Name = name;
        Keyword = "global::" + name;
        RuntimePrefix = computedIn.RuntimePrefix;
        Bits = computedIn.Bits;
        ComputedIn = computedIn;
    }

    /// <summary>As C# displays it: a key of the catalogue.</summary>
    public string Name { get; }

    /// <summary>As generated code writes it.</summary>
    public string Keyword { get; }

    public string RuntimePrefix { get; }

    /// <summary>The width of what is computed in.</summary>
    public int Bits { get; }

    /// <summary>The type whose registers and kernels it takes.</summary>
    public ElementType ComputedIn { get; }

    /// <summary>Whether values are carried to another type to be computed in. Of such a type nothing is unrolled, and the library's methods are the generic ones of .NET 8.</summary>
    public bool IsCarried => ComputedIn != this;

    /// <summary>What stands for it in the library's documentation: the type parameter, where its methods are generic.</summary>
    public string Cref => IsCarried ? TypeParameter : Keyword;

    /// <summary>What follows the names of the library's methods there.</summary>
    public string CrefOfMethods => IsCarried ? "{" + TypeParameter + "}" : "";

    private const string TypeParameter = "T";
}
