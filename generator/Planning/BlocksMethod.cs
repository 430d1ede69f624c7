using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Planning;

/// <summary>
/// Blocks of rows, at one width, from some row on and up to a block that is not ordinary; returns the row that it ends before. A method of its own,
/// because the JIT would compile the other widths with it.
/// </summary>
internal sealed class BlocksMethod(SizedOperation sized, ColumnsInRegisters layout)
    : UnrolledMethod(MethodForm.Rows, sized, sized.Shape(MethodForm.Rows, NameOf(sized, layout), ofBlocks: true))
{
    public override string Condition => Library.Target;

    public static string NameOf(SizedOperation sized, ColumnsInRegisters layout) => sized.RowName + "RowsBy" + Invariant.Text(layout.RowsPerBlock);

    protected override void Write(Code code)
    {
        string rowsPerBlock = Invariant.Text(layout.RowsPerBlock);
        Body body = layout.Lower(Operation.Steps);
        WriteBeginning(code, [body]);
        code.Blank();
        WriteLanes(code, body);
        code.Line("var columns = " + Library.Columns(Sized.Type, body.Width) + ";");
        code.Blank();
        code.Line($"int rows = {Shape.Primary.Name}.Length / {Sized.N};");
        code.Open($"for (; row + {rowsPerBlock} <= rows; row += {rowsPerBlock})");
        WriteParagraphs(code, body);
        code.Close();
        code.Blank();
        code.Line("return row;");
    }

    protected override void WriteFallBack(Code code) => code.Line("break;");
}
