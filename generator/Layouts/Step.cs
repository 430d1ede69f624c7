using System;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Layouts;

/// <summary>A step of an operation's dataflow. It knows how it is done in each layout; no layout knows it.</summary>
/// <param name="comment">What the step is for, in a reader's words; empty where the step before says it.</param>
internal abstract class Step(string comment)
{
    public string Comment { get; } = comment;

    /// <summary>What the step asks of registers, as far as the line between unrolled code and the library's loops depends on it.</summary>
    public virtual Demands Demands => Demands.None;

    /// <summary>Does it to one row, whose values lie side by side in a few registers.</summary>
    public abstract void Lower(RowInRegisters row);

    /// <summary>Does it to a block of rows, of which each register holds one column.</summary>
    public abstract void Lower(ColumnsInRegisters columns);
}

/// <summary>A step that goes register by register, or is done once for all of them: the same in every layout.</summary>
internal abstract class StepOfRegisters(string comment) : Step(comment)
{
    public sealed override void Lower(RowInRegisters row) => Lower(row);

    public sealed override void Lower(ColumnsInRegisters columns) => Lower(columns);

    protected abstract void Lower(Layout layout);
}

/// <summary>What steps ask of registers.</summary>
[Flags]
internal enum Demands
{
    None = 0,

    /// <summary>Exponentials, and their exact sum.</summary>
    Weights = 1 << 0,

    /// <summary>Of all but the greatest value: a logarithm follows.</summary>
    Rest = 1 << 1,

    /// <summary>Where a value stands.</summary>
    Index = 1 << 2,

    /// <summary>A result for each value, computed from it.</summary>
    Results = 1 << 3,
}

/// <summary>All N values of a row: a name in the dataflow.</summary>
internal sealed class Each(string name)
{
    public string Name { get; } = name;

    /// <summary>Those in one register: the name of a variable.</summary>
    public string At(int register) => Name + Invariant.Text(register);
}

/// <summary>One value a row: a name in the dataflow.</summary>
internal sealed class OfRow(string name)
{
    public string Name { get; } = name;
}
