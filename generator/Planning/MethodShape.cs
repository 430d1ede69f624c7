using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Operations;

namespace SoftKernels.Generator.Planning;

/// <summary>A method's return type, name and parameters.</summary>
internal sealed class MethodShape
{
    /// <summary>The parameter that says how many columns a block has.</summary>
    public const string Columns = "columns";

    private const string RowType = "int";

    /// <param name="form">The form, from which with the ports all else follows.</param>
    /// <param name="operation">The operation, which has the ports.</param>
    /// <param name="type">The type of values.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="ofBlocks">Whether it takes the row to begin with, and returns the one it ends before.</param>
    public MethodShape(MethodForm form, Operation operation, ElementType type, string name, bool ofBlocks = false)
    {
        Port? returned = form.HasManyRows ? null : operation.Returned;
        Parameter[] parameters = new Parameter[operation.Ports.Length - (returned is null ? 0 : 1)];
        int count = 0;
        foreach (Port port in operation.Ports)
        {
            if (port != returned)
            {
                parameters[count++] = new(port, form, type, isPrimary: port == operation.Primary);
            }
        }

        Name = name;
        Cref = name + type.CrefOfMethods;
        Parameters = parameters;
        Returned = returned;
        IsOfBlocks = ofBlocks;
        Last = ofBlocks ? ColumnsInRegisters.FirstRow : form.HasColumns ? Columns : null;
        ReturnType = ofBlocks ? RowType : returned is null ? "void" : returned.Element.Keyword(type);
    }

    public string Name { get; }

    /// <summary>The name as documentation refers to it, where the method is the library's.</summary>
    public string Cref { get; }

    public string ReturnType { get; }

    /// <summary>One a port, but for the one that is returned.</summary>
    public Parameter[] Parameters { get; }

    /// <summary>Whether the number of a row follows the parameters.</summary>
    public bool IsOfBlocks { get; }

    /// <summary>The integer that follows the parameters, if one does.</summary>
    public string? Last { get; }

    /// <summary>The port whose number the method returns.</summary>
    public Port? Returned { get; }

    /// <summary>The row or the matrix that the other parameters go with.</summary>
    public Parameter Primary => Parameters[0];

    public string Head
    {
        get
        {
            string[] declarations = new string[Parameters.Length];
            for (int i = 0; i < declarations.Length; i++)
            {
                declarations[i] = Parameters[i].Declaration;
            }

            string last = Last is null ? "" : ", " + RowType + " " + Last;
            return ReturnType + " " + Name + "(" + string.Join(", ", declarations) + last + ")";
        }
    }

    /// <summary>How many arguments a call has.</summary>
    public int Arity => Parameters.Length + (Last is null ? 0 : 1);

    /// <summary>The parameters' types as overload resolution sees them: how one is passed by reference makes no difference.</summary>
    public string[] Signature
    {
        get
        {
            string[] types = new string[Arity];
            types[types.Length - 1] = RowType;
            for (int i = 0; i < Parameters.Length; i++)
            {
                types[i] = (Parameters[i].IsByReference ? "ref " : "") + Parameters[i].Type;
            }

            return types;
        }
    }

    /// <summary>All parameters passed on.</summary>
    public string Arguments
    {
        get
        {
            string[] arguments = new string[Parameters.Length];
            for (int i = 0; i < arguments.Length; i++)
            {
                arguments[i] = Parameters[i].Argument;
            }

            return string.Join(", ", arguments);
        }
    }
}

/// <summary>A parameter: a port, in a method of some form.</summary>
internal sealed class Parameter
{
    public Parameter(Port port, MethodForm form, ElementType type, bool isPrimary)
    {
        Port = port;
        Name = form.HasManyRows ? port.OfRows : port.Name;
        IsSpan = form.IsSpan(port);
        IsByReference = port.IsOut && !IsSpan;
        Length = IsSpan ? form.LengthOf(port, isPrimary) : Length.Any;
        string keyword = port.Element.Keyword(type);
        Type = Of(keyword);
        Cref = (IsByReference ? "out " : "") + Of(port.Element.IsOfKernel ? type.Cref : keyword).Replace('<', '{').Replace('>', '}');
    }

    public Port Port { get; }

    public string Name { get; }

    public string Type { get; }

    public bool IsSpan { get; }

    /// <summary>Whether it is an <c>out</c> parameter.</summary>
    public bool IsByReference { get; }

    public Length Length { get; }

    public string Declaration => (IsByReference ? "out " : "") + Type + " " + Name;

    public string Argument => (IsByReference ? "out " : "") + Name;

    /// <summary>As documentation refers to it, where the method is the library's.</summary>
    public string Cref { get; }

    private string Of(string keyword) => !IsSpan ? keyword : (Port.IsOut ? "global::System.Span<" : "global::System.ReadOnlySpan<") + keyword + ">";
}
