using System.Collections.Generic;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;

namespace SoftKernels.Generator.Planning;

/// <summary>One operation for one element type and size: what its methods have in common, and how they call each other.</summary>
internal sealed class SizedOperation
{
    /// <param name="operation">The operation.</param>
    /// <param name="type">The type of values.</param>
    /// <param name="size">N.</param>
    /// <param name="name">What stands for the size in the names of methods, where it is not the number.</param>
    public SizedOperation(Operation operation, ElementType type, int size, string? name = null)
    {
        Operation = operation;
        Type = type;
        Size = size;
        N = Invariant.Text(size);
        Name = name ?? N;
        bool isUnrolled = operation.Steps.Length > 0 && !type.IsCarried;
        RowLayouts = isUnrolled ? LayoutChooser.ForRow(operation.Demands, type, size) : [];
        BlockLayouts = isUnrolled ? LayoutChooser.ForRows(operation.Demands, type, size) : [];
        RowName = MethodForm.Row.NameOf(operation, Name);
        SoftMath = new(MethodForm.AnyLength, operation, type, operation.Name);
    }

    public Operation Operation { get; }

    public ElementType Type { get; }

    public int Size { get; }

    /// <summary>The size as text.</summary>
    public string N { get; }

    /// <summary>What stands for the size in the names of methods.</summary>
    public string Name { get; }

    /// <summary>How one row is unrolled; nothing where the library is called.</summary>
    public List<RowInRegisters> RowLayouts { get; }

    /// <summary>How blocks of rows are unrolled; nothing where the library is called.</summary>
    public List<ColumnsInRegisters> BlockLayouts { get; }

    /// <summary>Whether the blocks that go at once are unrolled at every width.</summary>
    public bool IsUnrolledEverywhere => LayoutChooser.IsAtEveryWidth(BlockLayouts);

    public string RowName { get; }

    /// <summary>The library's method for one row.</summary>
    public MethodShape SoftMath { get; }

    /// <summary>The operation that does the work of this one, for the same rows; <see langword="null"/> for an operation with methods of its own.</summary>
    public SizedOperation? Composed => Operation.Composed is { } composed ? new(composed, Type, Size, Name) : null;

    /// <summary>One row without checks: unrolled, or the library's.</summary>
    public string Core => RowLayouts.Count > 0 ? RowName + "Core" : Library.SoftMath + "." + Operation.Name;

    /// <summary>Whether methods for many rows are calls of <c>SoftMath</c>, which checks all: of an operation that is that, and of a type that the library carries.</summary>
    public bool HasLibraryChecks => Operation.HasLibraryChecks || Type.IsCarried;

    /// <summary>A method of some form for this operation.</summary>
    public MethodShape Shape(MethodForm form, string name, bool ofBlocks = false) => new(form, Operation, Type, name, ofBlocks);

    /// <summary>Passes the parameters of a method for one row on to another.</summary>
    public string Call(string method) => (Operation.Returned is null ? "" : "return ") + method + "(" + SoftMath.Arguments + ");";

    /// <summary>One row of several, without checks.</summary>
    /// <param name="rows">The method for several rows.</param>
    /// <param name="row">The row's number.</param>
    public string CallOfRow(MethodShape rows, string row)
    {
        string result = "";
        List<string> arguments = [];
        foreach (Parameter parameter in rows.Parameters)
        {
            string one = OneRowOf(parameter, row);
            if (parameter.Port.IsReturned)
            {
                result = one + " = ";
            }
            else
            {
                arguments.Add(parameter.Port is { IsOut: true, Extent: Extent.OneOfRow } ? "out " + one : one);
            }
        }

        return result + Core + "(" + string.Join(", ", arguments) + ");";
    }

    private string OneRowOf(Parameter parameter, string row)
    {
        string start = $"{row} * {N}";
        return parameter.Length switch
        {
            Length.WholeRows or Length.Matrix => $"{parameter.Name}.Slice({start}, {N})",
            Length.RowOrMatrix => $"{parameter.Name}.Slice({parameter.Name}.Length == {N} ? 0 : {start}, {N})",
            Length.OneOfRow => $"{parameter.Name}[{row}]",
            _ => parameter.Name,
        };
    }
}
