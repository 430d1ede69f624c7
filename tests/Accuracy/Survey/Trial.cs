using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using SoftKernels.Accuracy.Contenders;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;

namespace SoftKernels.Accuracy.Survey;

/// <summary>Who is asked, and for what.</summary>
/// <param name="Topic">How the operations are asked for.</param>
/// <param name="Variant">Which temperature, which mask, how many columns; the same words for both types.</param>
/// <param name="Size">N.</param>
/// <param name="Distribution">Where the rows are from.</param>
/// <param name="Contenders">Those who answer, ours first.</param>
/// <param name="Blocks">What they are given: made when it is asked for, and not kept.</param>
internal sealed record Trial<T>(Topic Topic, string Variant, int Size, int Distribution, IReadOnlyList<Contender<T>> Contenders, IEnumerable<Block<T>> Blocks)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;

/// <summary>A row, and what should come of it.</summary>
/// <param name="Row">Its values.</param>
/// <param name="Exact">The exact results.</param>
/// <param name="Greatest">The greatest value that takes part.</param>
internal sealed record Answer<T>(Row<T> Row, RowReference Exact, double Greatest)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static Answer<T> Of(Row<T> row, RowReference exact) => new(row, exact, double.CreateChecked(row.Values.Max()));
}

/// <summary>The rows of one call as columns side by side: value i of a row is <c>Values[i * Answers.Count + its number]</c>. One row is a block of one column.</summary>
internal sealed record Block<T>(T[] Values, IReadOnlyList<Answer<T>> Answers)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static Block<T> Of(Answer<T> answer) => new(answer.Row.Values, [answer]);

    /// <summary>One column of what lies as <see cref="Values"/> do.</summary>
    public static T[] Column(T[] block, int columns, int column)
    {
        if (columns == 1)
        {
            return block;
        }

        var values = new T[block.Length / columns];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = block[(i * columns) + column];
        }

        return values;
    }

    /// <summary>Columns side by side.</summary>
    public static T[] Join(IReadOnlyList<T[]> columns)
    {
        var block = new T[columns[0].Length * columns.Count];
        for (var column = 0; column < columns.Count; column++)
        {
            for (var i = 0; i < columns[column].Length; i++)
            {
                block[(i * columns.Count) + column] = columns[column][i];
            }
        }

        return block;
    }
}
