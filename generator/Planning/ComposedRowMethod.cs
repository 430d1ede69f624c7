using System.Collections.Generic;

namespace SoftKernels.Generator.Planning;

/// <summary>
/// Exactly N values of an operation that another does the work of. The library has it for any length; a row that is unrolled, and longer than what the library keeps in registers,
/// is prepared where its results will stand, and unrolled code does the rest in place.
/// </summary>
internal sealed class ComposedRowMethod(SizedOperation sized) : MethodPlan(MethodForm.Row, sized.Operation, sized.Size, sized.Shape(MethodForm.Row, sized.RowName))
{
    /// <summary>Two of the widest registers.</summary>
    private const int BitsKeptInRegisters = 1024;

    public override List<string> Documentation => MethodDocumentation.OfLibrary(sized.SoftMath);

    protected override void Write(Code code)
    {
        code.Line($"{Library.Throw}.IfLengthIsNot({sized.N}, {Shape.Primary.Name}.Length, \"{Shape.Primary.Name}\");");
        SizedOperation composed = sized.Composed!;
        Parameter last = Shape.Parameters[Shape.Parameters.Length - 1];
        if (composed.RowLayouts.Count == 0 || Size * sized.Type.Bits <= BitsKeptInRegisters || !last.Port.IsOut)
        {
            code.Line(sized.Call(Library.SoftMath + "." + Operation.Name));
            return;
        }

        code.Line($"{Library.MaskedRows}.LeaveOut({Shape.Arguments}, \"{last.Name}\");");
        code.Line($"{composed.Core}({last.Name}, {last.Name});");
    }
}

/// <summary>Any number of rows of N values, of such an operation: the library's, which takes a method for short rows where one is generated.</summary>
internal sealed class ComposedRowsMethod(SizedOperation sized)
    : MethodPlan(MethodForm.Rows, sized.Operation, sized.Size, sized.Shape(MethodForm.Rows, MethodForm.Rows.NameOf(sized.Operation, sized.Name)))
{
    public override List<string> Documentation => MethodDocumentation.OfLibrary(new(MethodForm.Rows, Operation, sized.Type, LibraryName), ", int");

    private string LibraryName => Operation.Name + "Rows";

    protected override void Write(Code code)
    {
        SizedOperation composed = sized.Composed!;
        if (composed.BlockLayouts.Count == 0)
        {
            code.Line($"{Library.SoftMath}.{LibraryName}({Shape.Arguments}, {sized.N});");
            return;
        }

        string plain = MethodForm.Rows.NameOf(composed.Operation, sized.Name);
        code.Line($"{Library.MaskedRows}.{composed.Operation.Name}({Shape.Arguments}, {sized.N}, (source, destination) => {plain}(source, destination));");
    }
}
