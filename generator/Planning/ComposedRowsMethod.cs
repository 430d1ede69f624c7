using System.Collections.Generic;

namespace SoftKernels.Generator.Planning;

/// <summary>Any number of rows of N values, whose checks are the library's: its method, which for an operation that another does the work of takes that one's where it is unrolled.</summary>
internal sealed class ComposedRowsMethod(SizedOperation sized)
    : MethodPlan(MethodForm.Rows, sized.Operation, sized.Size, sized.Shape(MethodForm.Rows, MethodForm.Rows.NameOf(sized.Operation, sized.Name)))
{
    public override List<string> Documentation => MethodDocumentation.OfLibrary(new(MethodForm.Rows, Operation, sized.Type, LibraryName), ", int");

    private string LibraryName => Operation.Name + "Rows";

    protected override void Write(Code code)
    {
        if (sized.Composed is not { BlockLayouts.Count: > 0 } composed)
        {
            code.Line($"{Library.SoftMath}.{LibraryName}({Shape.Arguments}, {sized.N});");
            return;
        }

        string plain = MethodForm.Rows.NameOf(composed.Operation, sized.Name);
        code.Line($"{Library.MaskedRows}.{composed.Operation.Name}({Shape.Arguments}, {sized.N}, (source, destination) => {plain}(source, destination));");
    }
}
