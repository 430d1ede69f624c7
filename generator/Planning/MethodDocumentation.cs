using System.Collections.Generic;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;

namespace SoftKernels.Generator.Planning;

/// <summary>What a method says of itself. Bounds and special values are inherited from <c>SoftMath</c>, which has them once.</summary>
internal static class MethodDocumentation
{
    /// <summary>Of a method for any length: all that <c>SoftMath</c> says.</summary>
    public static List<string> OfAnyLength(MethodShape softMath) => ["<inheritdoc cref=\"" + Cref(softMath) + "\"/>"];

    /// <summary>Of a method whose checks are the library's: what that says of them.</summary>
    public static List<string> OfLibrary(MethodShape library, string more = "") => ["<inheritdoc cref=\"" + Cref(library, more) + "\"/>"];

    public static List<string> OfRow(MethodShape shape, Operation operation, MethodShape softMath, int size)
    {
        string n = Invariant.Text(size);
        List<string> lines = [$"<summary>{operation.Summary} Exactly {n} values.</summary>"];
        foreach (Parameter parameter in shape.Parameters)
        {
            lines.Add(Of(parameter, parameter.IsSpan ? ": " + n + " values" + InPlace(parameter, shape, " as the row") : ""));
        }

        if (shape.Returned is { } returned)
        {
            lines.Add($"<returns>{returned.Documentation}.</returns>");
        }

        AddExceptions(lines, shape, Spans(shape) == 1 ? $"The length is not {n}" : $"A length is not {n}");
        lines.Add(Remarks(softMath));
        return lines;
    }

    public static List<string> OfRows(MethodShape shape, Operation operation, MethodShape softMath, int size)
    {
        string n = Invariant.Text(size);
        List<string> lines = [$"<summary>{operation.Summary} For each row of a row-major matrix with {n} columns and any number of rows.</summary>"];
        foreach (Parameter parameter in shape.Parameters)
        {
            lines.Add(parameter.Length switch
            {
                Length.WholeRows => $"<param name=\"{parameter.Name}\">The matrix: a multiple of {n} values.</param>",
                Length.OneOfRow => Of(parameter, ": one for each row"),
                Length.RowOrMatrix => Of(parameter, $": {n} for all rows, or as many as the matrix has values"),
                Length.Matrix => Of(parameter, ": as many values as the matrix" + InPlace(parameter, shape)),
                _ => Of(parameter, ", for all rows"),
            });
        }

        AddExceptions(lines, shape, "A length does not fit");
        lines.Add(Remarks(softMath));
        return lines;
    }

    public static List<string> OfColumns(MethodShape shape, Operation operation, MethodShape softMath, int size)
    {
        string n = Invariant.Text(size);
        string columns = $"<paramref name=\"{MethodShape.Columns}\"/>";
        List<string> lines = [$"<summary>{operation.Summary} For each column of blocks, row-major and {n} values high: along an axis that is not the last.</summary>"];
        foreach (Parameter parameter in shape.Parameters)
        {
            lines.Add(parameter.Length switch
            {
                Length.WholeBlocks => $"<param name=\"{parameter.Name}\">The blocks: {n} rows of {columns} values each, any number of them.</param>",
                Length.OneOfRow => Of(parameter, $": for each block {columns}"),
                Length.Matrix => Of(parameter, ": as many values as the blocks" + InPlace(parameter, shape)),
                _ => Of(parameter, ", for all columns"),
            });
        }

        lines.Add($"<param name=\"{MethodShape.Columns}\">The columns of a block, which is how far apart the values of a column lie.</param>");
        AddExceptions(lines, shape, "A length does not fit");
        lines.Add("<exception cref=\"global::System.ArgumentOutOfRangeException\">There are no columns, or more than a span holds a block of.</exception>");
        lines.Add(Remarks(softMath));
        return lines;
    }

    private static string Of(Parameter parameter, string length) => $"<param name=\"{parameter.Name}\">{parameter.Port.Documentation}{length}.</param>";

    private static void AddExceptions(List<string> lines, MethodShape shape, string length)
    {
        bool mayBeginTogether = false;
        bool mustBeApart = false;
        foreach (Overlap overlap in Overlap.Of(shape))
        {
            mayBeginTogether |= overlap.MayBeginTogether;
            mustBeApart |= !overlap.MayBeginTogether;
        }

        string overlaps = (mayBeginTogether ? ", or the spans overlap without beginning together" : "")
            + (mustBeApart ? mayBeginTogether ? ", or share memory where they must not" : ", or the spans share memory" : "");
        string end = mayBeginTogether || mustBeApart ? ". Nothing has been written." : ".";
        lines.Add("<exception cref=\"global::System.ArgumentException\">" + length + overlaps + end + "</exception>");
        foreach (Parameter parameter in shape.Parameters)
        {
            if (parameter.Port.Check is not null)
            {
                lines.Add("<exception cref=\"global::System.ArgumentOutOfRangeException\">" + parameter.Port.Refused + end + "</exception>");
            }
        }
    }

    /// <summary>What a result may take the place of.</summary>
    /// <param name="parameter">The result.</param>
    /// <param name="shape">The method.</param>
    /// <param name="asTheRow">How the row or the matrix is called, where nothing else has as many values to read.</param>
    private static string InPlace(Parameter parameter, MethodShape shape, string asTheRow = "")
    {
        int read = 0;
        foreach (Parameter other in shape.Parameters)
        {
            read += other.Port is { IsOut: false, Extent: Extent.Row } && other.Port.Element == parameter.Port.Element ? 1 : 0;
        }

        return parameter.Port is not { IsOut: true, Extent: Extent.Row } || read == 0 ? "" : $"; the same span{(read == 1 ? asTheRow : " as one that is read")} works in place";
    }

    private static int Spans(MethodShape shape)
    {
        int count = 0;
        foreach (Parameter parameter in shape.Parameters)
        {
            count += parameter.IsSpan ? 1 : 0;
        }

        return count;
    }

    private static string Remarks(MethodShape softMath) => "<inheritdoc cref=\"" + Cref(softMath) + "\" path=\"/remarks\"/>";

    private static string Cref(MethodShape softMath, string more = "")
    {
        string[] types = new string[softMath.Parameters.Length];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = softMath.Parameters[i].Cref;
        }

        return Library.SoftMath + "." + softMath.Cref + "(" + string.Join(", ", types) + more + ")";
    }
}
