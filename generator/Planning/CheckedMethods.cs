using System.Collections.Generic;
using SoftKernels.Generator.Operations;

namespace SoftKernels.Generator.Planning;

/// <summary>Exactly N values of an operation that is the library's: it is asked for N values here, and for all else there.</summary>
internal sealed class CheckedRowMethod(SizedOperation sized) : MethodPlan(MethodForm.Row, sized.Operation, sized.Size, sized.Shape(MethodForm.Row, sized.RowName))
{
    public override List<string> Documentation => MethodDocumentation.OfLibrary(sized.SoftMath, "");

    protected override void Write(Code code)
    {
        code.Line($"{Library.Throw}.IfLengthIsNot({sized.N}, {Shape.Primary.Name}.Length, \"{Shape.Primary.Name}\");");
        code.Line(sized.Call(Library.SoftMath + "." + Operation.Name));
    }
}

/// <summary>Any number of rows of N values, of such an operation.</summary>
internal sealed class CheckedRowsMethod(SizedOperation sized)
    : MethodPlan(MethodForm.Rows, sized.Operation, sized.Size, sized.Shape(MethodForm.Rows, MethodForm.Rows.NameOf(sized.Operation, sized.Name)))
{
    public override List<string> Documentation =>
        MethodDocumentation.OfLibrary(new(MethodForm.Rows, Operation, sized.Type, LibraryName), ", int");

    private string LibraryName => Operation.Name + "Rows";

    protected override void Write(Code code) => code.Line($"{Library.SoftMath}.{LibraryName}({Shape.Arguments}, {sized.N});");
}
