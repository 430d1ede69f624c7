using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Operations;

/// <summary>One operation: its face to the user, and what it does to a row as a short dataflow. Knows nothing of registers, layouts and forms.</summary>
internal abstract class Operation
{
    private Step[]? _steps;

    /// <param name="ports">In the order of the parameters; the first is the row that the operation is about.</param>
    protected Operation(params Port[] ports)
    {
        Ports = ports;
        foreach (Port port in ports)
        {
            port.Reference = port == First(isOut: false) ? "source" : port == First(isOut: true) ? "destination" : port.Name + "Start";
            port.IsReturned = port.IsOut && port.Extent == Extent.OneOfRow && Returned is null;
            Returned = port.IsReturned ? port : Returned;
        }
    }

    /// <summary>The method name without N.</summary>
    public abstract string Name { get; }

    /// <summary>The member of <c>SoftOperations</c> that asks for it, if one alone does.</summary>
    public virtual string Member => Name;

    /// <summary>The bit of the member of <c>SoftOperations</c> that asks for it; of two members, for an operation that does both in one pass.</summary>
    public abstract int Flag { get; }

    /// <summary>What has to be asked for beside that: all of it, where it is more than one. Nothing for a plain operation, and see <see cref="Variant"/>.</summary>
    public virtual Extras Extra => Extras.None;

    /// <summary>The extras that ask for further forms of it.</summary>
    public virtual Extras FormExtras => Extras.None;

    /// <summary>The longest row that there are methods for.</summary>
    public virtual int MostValues => int.MaxValue;

    /// <summary>
    /// The operation that the library calls for this one, which it has for rows of one length too, checks and all: then a generated method is a call of that, or prepares the row
    /// for an unrolled one. <see langword="null"/> for an operation with methods of its own.
    /// </summary>
    public virtual Operation? Composed => null;

    /// <summary>Whether the library's methods are called without checks of its own but for N: what is unrolled nowhere, and need not be checked twice.</summary>
    public virtual bool HasLibraryChecks => Composed is not null;

    /// <summary>Whether another operation has its methods for one row.</summary>
    public virtual bool IsOfRowsOnly => false;

    /// <summary>What it computes, as documentation says it. Bounds and special values are <c>SoftMath</c>'s to say.</summary>
    public abstract string Summary { get; }

    public Port[] Ports { get; }

    /// <summary>The row that the others go with.</summary>
    public Port Primary => Ports[0];

    /// <summary>What a method for one row returns: the first result that has one number a row.</summary>
    public Port? Returned { get; }

    /// <summary>The dataflow, in order; empty for an operation that is the library's at every size.</summary>
    public Step[] Steps => _steps ??= Describe();

    /// <summary>What all steps ask of registers.</summary>
    public Demands Demands
    {
        get
        {
            Demands all = Demands.None;
            foreach (Step step in Steps)
            {
                all |= step.Demands;
            }

            return all;
        }
    }

    /// <summary>Whether a member of <c>SoftOperations</c> names it, and not two together.</summary>
    public bool HasMember => (Flag & (Flag - 1)) == 0;

    /// <summary>Whether all its bits are among those.</summary>
    public bool IsAskedForBy(int flags) => (flags & Flag) == Flag;

    /// <summary>The ports of a variant of it: copies of these, and one more behind the row.</summary>
    public Port[] PortsWith(Port added)
    {
        Port[] ports = new Port[Ports.Length + 1];
        for (int i = 0; i < Ports.Length; i++)
        {
            ports[i == 0 ? 0 : i + 1] = Ports[i].Copy();
        }

        ports[1] = added;
        return ports;
    }

    protected virtual Step[] Describe() => [];

    private Port? First(bool isOut)
    {
        foreach (Port port in Ports)
        {
            if (port.IsOut == isOut)
            {
                return port;
            }
        }

        return null;
    }
}
