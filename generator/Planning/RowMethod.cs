using System.Collections.Generic;

namespace SoftKernels.Generator.Planning;

/// <summary>Exactly N values: the checks, and the row.</summary>
internal sealed class RowMethod(SizedOperation sized) : MethodPlan(MethodForm.Row, sized.Operation, sized.Size, sized.Shape(MethodForm.Row, sized.RowName))
{
    public override List<string> Documentation => MethodDocumentation.OfRow(Shape, Operation, sized.SoftMath, Size);

    protected override void Write(Code code)
    {
        Checks.OfLengths(code, Shape, Size);

        // The library checks all but N by itself.
        if (sized.RowLayouts.Count > 0)
        {
            Checks.OfNumbers(code, Shape, Size);
            Checks.OfOverlaps(code, Shape);
        }

        code.Line(sized.Call(sized.Core));
    }
}
