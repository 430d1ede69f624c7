using System.Collections.Generic;

namespace SoftKernels.Generator.Planning;

/// <summary>Any number of blocks of columns: the library, with the checks that it leaves to its callers.</summary>
internal sealed class ColumnsMethod(SizedOperation sized)
    : MethodPlan(MethodForm.Columns, sized.Operation, sized.Size, sized.Shape(MethodForm.Columns, MethodForm.Columns.NameOf(sized.Operation, sized.Name)))
{
    public override List<string> Documentation => MethodDocumentation.OfColumns(Shape, Operation, sized.SoftMath, Size);

    protected override void Write(Code code)
    {
        if (sized.HasLibraryChecks)
        {
            code.Line($"{Library.SoftMath}.{Operation.Name}Columns({Shape.Arguments}, {sized.N}, {MethodShape.Columns});");
            return;
        }

        Checks.OfLengths(code, Shape, Size);
        Checks.OfNumbers(code, Shape, Size);
        Checks.OfOverlaps(code, Shape);
        code.Line($"{Library.ColumnsOfBlocks}.{Operation.Name}({Shape.Arguments}, {sized.N}, {MethodShape.Columns});");
    }
}
