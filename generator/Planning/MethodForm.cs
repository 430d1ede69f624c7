using SoftKernels.Generator.Operations;

namespace SoftKernels.Generator.Planning;

/// <summary>Which lengths a method takes. Its parameters follow from the form and the operation's ports.</summary>
internal abstract class MethodForm
{
    /// <summary>Exactly N values.</summary>
    public static readonly MethodForm Row = new RowForm();

    /// <summary>Any number of rows of N values each.</summary>
    public static readonly MethodForm Rows = new RowsForm();

    /// <summary>Any number of blocks of columns, N values each, which lie apart.</summary>
    public static readonly MethodForm Columns = new ColumnsForm();

    /// <summary>One row, of any length.</summary>
    public static readonly MethodForm AnyLength = new AnyLengthForm();

    /// <summary>Whether what there is once a row comes in spans.</summary>
    public virtual bool HasManyRows => false;

    /// <summary>Whether the number of columns follows its other parameters.</summary>
    public virtual bool HasColumns => false;

    /// <summary>What asks for it, beside the operation; nothing for a form that every operation has.</summary>
    public virtual Extras Extra => Extras.None;

    /// <param name="operation">The operation, which the name begins with.</param>
    /// <param name="sizeName">What stands for the size.</param>
    public abstract string NameOf(Operation operation, string sizeName);

    public bool IsSpan(Port port) => port.Extent is Extent.Row or Extent.Chosen || (HasManyRows && port.Extent == Extent.OneOfRow);

    /// <summary>How long a port's span is.</summary>
    public abstract Length LengthOf(Port port, bool isPrimary);

    private sealed class RowForm : MethodForm
    {
        public override string NameOf(Operation operation, string sizeName) => operation.Name + sizeName;

        public override Length LengthOf(Port port, bool isPrimary) => port.Extent == Extent.Chosen ? Length.Chosen : Length.Row;
    }

    private sealed class RowsForm : MethodForm
    {
        public override bool HasManyRows => true;

        public override string NameOf(Operation operation, string sizeName) => operation.Name + sizeName + "Rows";

        public override Length LengthOf(Port port, bool isPrimary) => isPrimary ? Length.WholeRows
            : port.Extent == Extent.OneOfRow ? Length.OneOfRow
            : port.Extent == Extent.Chosen ? Length.ChosenOfRows
            : port.MayServeAllRows ? Length.RowOrMatrix
            : Length.Matrix;
    }

    private sealed class ColumnsForm : MethodForm
    {
        public override bool HasManyRows => true;

        public override bool HasColumns => true;

        public override Extras Extra => Extras.Columns;

        public override string NameOf(Operation operation, string sizeName) => operation.Name + sizeName + "Columns";

        public override Length LengthOf(Port port, bool isPrimary) => isPrimary ? Length.WholeBlocks
            : port.Extent == Extent.OneOfRow ? Length.OneOfRow
            : Length.Matrix;
    }

    private sealed class AnyLengthForm : MethodForm
    {
        public override string NameOf(Operation operation, string sizeName) => operation.Name;

        public override Length LengthOf(Port port, bool isPrimary) => Length.Any;
    }
}

/// <summary>What the length of a span has to be.</summary>
internal enum Length
{
    /// <summary>The method that is called has its own view of it; or the parameter is no span.</summary>
    Any,

    /// <summary>N.</summary>
    Row,

    /// <summary>A multiple of N.</summary>
    WholeRows,

    /// <summary>A multiple of N times the number of columns.</summary>
    WholeBlocks,

    /// <summary>That of the matrix.</summary>
    Matrix,

    /// <summary>N, or that of the matrix.</summary>
    RowOrMatrix,

    /// <summary>The number of rows.</summary>
    OneOfRow,

    /// <summary>From 1 to N.</summary>
    Chosen,

    /// <summary>The number of rows, once or up to N times.</summary>
    ChosenOfRows,
}
