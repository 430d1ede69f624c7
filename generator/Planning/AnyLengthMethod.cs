using System.Collections.Generic;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Operations;

namespace SoftKernels.Generator.Planning;

/// <summary>Any length: the declared sizes that are unrolled, else the library.</summary>
internal sealed class AnyLengthMethod(Operation operation, ElementType type, List<SizedOperation> sizes)
    : MethodPlan(MethodForm.AnyLength, operation, size: 0, new(MethodForm.AnyLength, operation, type, operation.Name))
{
    public override List<string> Documentation => MethodDocumentation.OfAnyLength(Shape);

    private string Return => Operation.Returned is null ? "" : "return ";

    protected override void Write(Code code)
    {
        string otherwise = $"{Return}{Library.SoftMath}.{Operation.Name}({Shape.Arguments});";
        List<SizedOperation> unrolled = Unrolled();
        if (unrolled.Count == 0)
        {
            code.Line(otherwise);
            return;
        }

        code.Open($"switch ({Shape.Primary.Name}.Length)");
        foreach (SizedOperation sized in unrolled)
        {
            WriteCase(code, "case " + sized.N + ":", sized.Call(sized.RowName));
        }

        WriteCase(code, "default:", otherwise);
        code.Close();
    }

    /// <summary>Of two names for one size the first: both have the same code.</summary>
    private List<SizedOperation> Unrolled()
    {
        List<SizedOperation> unrolled = [];
        foreach (SizedOperation sized in sizes)
        {
            if (sized.RowLayouts.Count > 0 && !unrolled.Exists(other => other.Size == sized.Size))
            {
                unrolled.Add(sized);
            }
        }

        return unrolled;
    }

    private void WriteCase(Code code, string label, string call)
    {
        code.Line(label);
        code.Line("    " + call);
        if (Operation.Returned is null)
        {
            code.Line("    break;");
        }
    }
}
