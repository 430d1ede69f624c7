using System;
using System.Collections.Generic;
using System.Numerics;

namespace SoftKernels.Kernels.Tests.Rows;

/// <summary>Rows, by their bits, that a search found to be beyond what was promised then.</summary>
internal static class FoundRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static IEnumerable<Row<T>> All => typeof(T) == typeof(float) ? Singles() : Doubles();

    private static IEnumerable<Row<T>> Singles()
    {
        // The weights of the first two err in opposite directions; the third brings the reciprocal of the sum to its rounding boundary.
        yield return Of("found: 4.02 ULP", 0x40a660f5, 0xc0bb9efa, 0x3fd12e7b);
    }

    private static IEnumerable<Row<T>> Doubles()
    {
        yield return Of("found: 4.01 ULP", 0x403cc41055eef821, 0xc01203deafb48baa, 0x4036349718370dfd);
    }

    private static Row<T> Of(string name, params ulong[] bits) => new(name, Array.ConvertAll(bits, static one => typeof(T) == typeof(float)
        ? T.CreateTruncating(BitConverter.UInt32BitsToSingle((uint)one))
        : T.CreateTruncating(BitConverter.UInt64BitsToDouble(one))));
}
