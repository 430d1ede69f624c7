using System.Collections.Generic;
using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Planning;

/// <summary>One row without checks, which the methods for one row and for several share: unrolled for each width that has room, else the library's.</summary>
internal sealed class CoreMethod(SizedOperation sized) : UnrolledMethod(MethodForm.Row, sized, sized.Shape(MethodForm.Row, sized.Core))
{
    private bool HasResult => Sized.Operation.Returned is not null;

    private string FallBack => Sized.Call(Library.SoftMath + "." + Operation.Name);

    protected override void Write(Code code)
    {
        List<Body> bodies = [];
        foreach (RowInRegisters layout in Sized.RowLayouts)
        {
            bodies.Add(layout.Lower(Operation.Steps));
        }

        code.Directive("#if " + Library.Target);
        WriteBeginning(code, bodies);
        foreach (Body body in bodies)
        {
            code.Blank();
            code.Open("if (" + Library.IsAccelerated(body.Width) + ")");
            WriteLanes(code, body);
            code.Blank();
            WriteParagraphs(code, body);
            if (!HasResult)
            {
                code.Line("return;");
            }

            code.Close();
        }

        code.Directive("#endif");
        code.Line(FallBack);
    }

    protected override void WriteFallBack(Code code)
    {
        code.Line(FallBack);
        if (!HasResult)
        {
            code.Line("return;");
        }
    }
}
