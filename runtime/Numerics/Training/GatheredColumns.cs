using System;
using System.Buffers;

namespace SoftKernels.Numerics;

/// <summary>Columns of blocks as rows: so many neighbouring ones are turned into rows of pooled memory, and their results back.</summary>
internal static class GatheredColumns<TOperation, T>
    where TOperation : struct, ITraining<T>
    where T : unmanaged
{
    private const int ColumnsAtOnce = 16;

    public static void Run(ReadOnlySpan<T> values, ReadOnlySpan<T> others, ReadOnlySpan<int> labels, Span<T> folded, Span<T> filled, int size, int columns)
    {
        if (size == 1 || columns == 1)
        {
            default(TOperation).Rows(values, others, labels, folded, filled, size);
            return;
        }

        T[] pooled = ArrayPool<T>.Shared.Rent(3 * size * ColumnsAtOnce);
        for (int block = 0; block < values.Length / (size * columns); block++)
        {
            for (int column = 0; column < columns; column += ColumnsAtOnce)
            {
                int count = Math.Min(ColumnsAtOnce, columns - column);
                int start = (block * size * columns) + column;
                Span<T> rows = pooled.AsSpan(0, count * size);
                Span<T> otherRows = others.IsEmpty ? default : pooled.AsSpan(count * size, count * size);
                Span<T> results = filled.IsEmpty ? default : pooled.AsSpan(2 * count * size, count * size);
                Turn(values.Slice(start), columns, 1, rows, 1, size, size, count);
                if (!others.IsEmpty)
                {
                    Turn(others.Slice(start), columns, 1, otherRows, 1, size, size, count);
                }

                int first = (block * columns) + column;
                default(TOperation).Rows(
                    rows, otherRows, labels.IsEmpty ? default : labels.Slice(first, count), folded.IsEmpty ? default : folded.Slice(first, count), results, size);
                if (!filled.IsEmpty)
                {
                    Turn(results, 1, size, filled.Slice(start), columns, 1, size, count);
                }
            }
        }

        ArrayPool<T>.Shared.Return(pooled);
    }

    /// <summary>Copies so many columns of so many values, whose values and columns lie so far apart on either side.</summary>
    private static void Turn(ReadOnlySpan<T> source, int sourceValue, int sourceColumn, Span<T> destination, int value, int column, int size, int count)
    {
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < count; j++)
            {
                destination[(i * value) + (j * column)] = source[(i * sourceValue) + (j * sourceColumn)];
            }
        }
    }
}
