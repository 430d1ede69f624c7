using System.Collections.Generic;
using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Planning;

/// <summary>
/// Any number of rows of N values: the checks, then blocks of rows at the widest registers that there are, and row by row what is left over or not
/// ordinary. Where blocks are not unrolled, the library takes all rows.
/// </summary>
internal sealed class RowsMethod(SizedOperation sized)
    : MethodPlan(MethodForm.Rows, sized.Operation, sized.Size, sized.Shape(MethodForm.Rows, MethodForm.Rows.NameOf(sized.Operation, sized.Name)))
{
    public override List<string> Documentation => MethodDocumentation.OfRows(Shape, Operation, sized.SoftMath, Size);

    /// <summary>Blocks read a row of everything for each row.</summary>
    private string NoRowServesAll
    {
        get
        {
            string condition = "";
            foreach (Parameter parameter in Shape.Parameters)
            {
                condition += parameter.Port.MayServeAllRows ? $" && {parameter.Name}.Length == {Shape.Primary.Name}.Length" : "";
            }

            return condition;
        }
    }

    private string LibraryCall => $"{Library.Rows}.{Operation.Name}({Shape.Arguments}, {sized.N});";

    protected override void Write(Code code)
    {
        Checks.OfLengths(code, Shape, Size);
        Checks.OfNumbers(code, Shape, Size);
        Checks.OfOverlaps(code, Shape);
        if (sized.BlockLayouts.Count == 0)
        {
            code.Line(LibraryCall);
            return;
        }

        code.Directive("#if " + Library.Target);
        code.Line($"int rows = {Shape.Primary.Name}.Length / {sized.N};");
        code.Open("for (int row = 0; row < rows;)");
        code.Line("// Blocks of rows, up to one that is not ordinary.");
        WriteDispatch(code);
        code.Blank();
        code.Line("// Row by row: that block, or what is left over.");
        code.Open($"for (int end = global::System.Math.Min(row + {Invariant.Text(sized.BlockLayouts[0].RowsPerBlock)}, rows); row < end; row++)");
        code.Line(sized.CallOfRow(Shape, "row"));
        code.Close();
        code.Close();
        code.Directive("#else");
        code.Line(LibraryCall);
        code.Directive("#endif");
    }

    /// <summary>The widest registers that there are, and rows enough for.</summary>
    private void WriteDispatch(Code code)
    {
        string noRowServesAll = NoRowServesAll;
        string otherwise = "if";
        foreach (ColumnsInRegisters layout in sized.BlockLayouts)
        {
            code.Open($"{otherwise} ({Library.IsAccelerated(layout.Width)} && rows >= {Invariant.Text(layout.RowsPerBlock)}{noRowServesAll})");
            code.Line($"row = {BlocksMethod.NameOf(sized, layout)}({Shape.Arguments}, row);");
            code.Close();
            otherwise = "else if";
        }

        if (!sized.IsUnrolledEverywhere || noRowServesAll.Length > 0)
        {
            code.Open("else");
            code.Line(LibraryCall);
            code.Line("return;");
            code.Close();
        }
    }
}
