using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Planning;

/// <summary>What a method refuses before anything is written.</summary>
internal static class Checks
{
    public static void OfLengths(Code code, MethodShape shape, int size)
    {
        string n = Invariant.Text(size);
        string matrix = shape.Primary.Name + ".Length";
        foreach (Parameter parameter in shape.Parameters)
        {
            switch (parameter.Length)
            {
                case Length.Row:
                    Check(code, "IfLengthIsNot", n, parameter);
                    break;
                case Length.WholeRows:
                    Check(code, "IfNotRowsOf", n, parameter);
                    break;
                case Length.WholeBlocks:
                    code.Line($"{Library.Throw}.IfNoColumns({n}, {MethodShape.Columns}, \"{MethodShape.Columns}\");");
                    Check(code, "IfNotBlocksOf", n + ", " + MethodShape.Columns, parameter);
                    break;
                case Length.Matrix:
                    Check(code, "IfLengthIsNot", matrix, parameter);
                    break;
                case Length.OneOfRow:
                    Check(code, "IfLengthIsNot", matrix + " / " + n, parameter);
                    break;
                case Length.RowOrMatrix:
                    Check(code, "IfLengthIsNeither", n + ", " + matrix, parameter);
                    break;
            }
        }
    }

    /// <summary>Labels that are none, scalars out of range.</summary>
    public static void OfNumbers(Code code, MethodShape shape, int size)
    {
        foreach (Parameter parameter in shape.Parameters)
        {
            if (parameter.Port.Check is { } check)
            {
                string needed = parameter.Port.IsIndexOfRow ? Invariant.Text(size) + ", " : "";
                code.Line($"{Library.Throw}.{check}({needed}{parameter.Name}, \"{parameter.Name}\");");
            }
        }
    }

    public static void OfOverlaps(Code code, MethodShape shape)
    {
        foreach (Overlap overlap in Overlap.Of(shape))
        {
            string check = overlap.MayBeginTogether ? "IfPartlyOverlapping" : "IfSharingMemory";
            code.Line($"{Library.Throw}.{check}({overlap.First.Name}, {overlap.Written.Name}, \"{overlap.Written.Name}\");");
        }
    }

    private static void Check(Code code, string check, string needed, Parameter parameter) =>
        code.Line($"{Library.Throw}.{check}({needed}, {parameter.Name}.Length, \"{parameter.Name}\");");
}
