using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using SoftKernels.Kernels.Tests.Golden;

namespace SoftKernels.Kernels.Tests.Rows;

/// <summary>Looks for the worst row nearby, again and again from another place: moves one value by a few last places, or far, and keeps what errs more.</summary>
internal sealed class Climber<T>(ulong seed, int steps)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int LongestJump = 24;

    public void Climb(T[] row, Func<T[], double> errorOf)
    {
        var random = new SplitMix(seed);
        var error = errorOf(row);
        for (var step = 0; step < steps; step++)
        {
            var place = random.NextBelow(row.Length);
            var before = row[place];
            var jump = (long)(random.NextBits() >> (64 - random.NextBelow(LongestJump)));
            row[place] = Moved(before, random.NextBelow(2) == 0 ? jump : -jump);
            var now = T.IsFinite(row[place]) ? errorOf(row) : -1;
            if (now < error)
            {
                row[place] = before;
            }
            else
            {
                error = now;
            }
        }
    }

    /// <summary>So many numbers further from 0.</summary>
    private static T Moved(T value, long places) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<int, T>(Unsafe.BitCast<T, int>(value) + (int)places)
        : Unsafe.BitCast<long, T>(Unsafe.BitCast<T, long>(value) + places);
}
