using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace SoftKernels.Kernels.Tests.Rows;

/// <summary>A named, seeded source of finite rows of any length.</summary>
internal sealed record Distribution<T>(string Name, Func<Random, int, Func<int, double>> Draw)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The row that this seed gives, again and again.</summary>
    public Row<T> Row(int size, int seed)
    {
        var draw = Draw(new Random(seed), size);
        return new($"{Name}, seed {seed}", [.. Enumerable.Range(0, size).Select(i => T.CreateSaturating(draw(i)))]);
    }

    public IEnumerable<Row<T>> Rows(int size, int count) => Enumerable.Range(0, count).Select(i => Row(size, 1000 * size + i));
}
