using System;

namespace SoftKernels.Benchmarks.Peers;

internal static class Blocks
{
    /// <summary>Blocks of columns as rows, and back with the two numbers exchanged: two loops, as one writes them.</summary>
    public static void Turn(ReadOnlySpan<float> blocks, Span<float> turned, int rows, int columns)
    {
        for (; !blocks.IsEmpty; blocks = blocks[(rows * columns)..], turned = turned[(rows * columns)..])
        {
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    turned[(j * rows) + i] = blocks[(i * columns) + j];
                }
            }
        }
    }
}
