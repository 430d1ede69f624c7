using System;
using System.Linq;
using System.Runtime.InteropServices;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

public abstract partial class MaskSuite<T>
{
    /// <summary>Lengths round those of a part, and round that from which totals are on three grids.</summary>
    [Theory]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(2051)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_001)]
    public void A_long_row_has_the_bits_of_the_plain_one(int length)
    {
        Random random = new(length);

        // No infinity of any type, which a value that takes part would share with those that don't.
        var far = typeof(T) == typeof(Half) ? 6e4 : 1e30;
        var softmax = Methods.Find<MaskedSet<T>.Fill<T>>(typeof(SoftMath), "MaskedSoftmax");
        var logSumExp = Methods.Find<MaskedSet<T>.Fold<T>>(typeof(SoftMath), "MaskedLogSumExp");
        var argMax = Methods.Find<MaskedSet<T>.Fold<int>>(typeof(SoftMath), "MaskedArgMax");
        foreach (var (scale, shift, density) in new[] { (10.0, 0.0, 0.5), (3, far, 0.9), (0, 1, 0.9), (10, -far, 0.5), (10, 0, 0.001), (10, 0, 0) })
        {
            T[] source = [.. Enumerable.Range(0, length).Select(_ => T.CreateSaturating(((random.NextDouble() - 0.5) * scale) + shift))];
            var mask = Mask(random, length, density);
            T[] left = [.. source.Select((value, i) => mask[i] ? value : T.NegativeInfinity)];
            foreach (var special in new[] { T.Zero, T.NaN, T.PositiveInfinity })
            {
                var place = random.Next(length);
                if (special != T.Zero)
                {
                    (source[place], mask[place], left[place]) = (special, true, special);
                }

                var (expected, results) = (new T[length], new T[length]);
                Methods.Find<Fill>(typeof(SoftMath), "Softmax")(left, expected);
                softmax(source, mask, results);
                AssertSame(expected, results);
                AssertSame([Methods.Find<Fold<T>>(typeof(SoftMath), "LogSumExp")(left)], [logSumExp(source, mask)]);
                Assert.Equal(mask.Contains(true) ? Methods.Find<Fold<int>>(typeof(SoftMath), "ArgMax")(left) : -1, argMax(source, mask));
            }
        }
    }

    private delegate void Fill(ReadOnlySpan<T> source, Span<T> results);

    private delegate TResult Fold<TResult>(ReadOnlySpan<T> source);

    private static void AssertSame(T[] expected, T[] results) =>
        Assert.True(MemoryMarshal.AsBytes<T>(expected).SequenceEqual(MemoryMarshal.AsBytes<T>(results)));
}
