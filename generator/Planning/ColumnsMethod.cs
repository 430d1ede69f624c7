using System.Collections.Generic;

namespace SoftKernels.Generator.Planning;

/// <summary>Any number of blocks of columns: the checks, and the library.</summary>
internal sealed class ColumnsMethod(SizedOperation sized)
    : MethodPlan(MethodForm.Columns, sized.Operation, sized.Size, sized.Shape(MethodForm.Columns, MethodForm.Columns.NameOf(sized.Operation, sized.Name)))
{
    public override List<string> Documentation => MethodDocumentation.OfColumns(Shape, Operation, sized.SoftMath, Size);

    protected override void Write(Code code)
    {
        Checks.OfLengths(code, Shape, Size);
        if (!sized.Type.IsCarried)
        {
            Checks.OfNumbers(code, Shape, Size);
            Checks.OfOverlaps(code, Shape);
        }

        code.Line($"{sized.LibraryColumns}({Shape.Arguments}, {sized.N}, {MethodShape.Columns});");
    }
}
