using System.Collections.Generic;

namespace SoftKernels.Generator.Planning;

/// <summary>
/// Exactly N values of an operation that another does the work of, or the library at every size. The library has it for any length; a row that is unrolled, and longer than what the library keeps in registers,
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
        Parameter last = Shape.Parameters[Shape.Parameters.Length - 1];
        if (sized.Composed is not { RowLayouts.Count: > 0 } composed || Size * sized.Type.Bits <= BitsKeptInRegisters || !last.Port.IsOut)
        {
            code.Line(sized.Call(Library.SoftMath + "." + Operation.Name));
            return;
        }

        code.Line($"{Library.MaskedRows}.LeaveOut({Shape.Arguments}, \"{last.Name}\");");
        code.Line($"{composed.Core}({last.Name}, {last.Name});");
    }
}
