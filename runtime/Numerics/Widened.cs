#if NET8_0_OR_GREATER
using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <summary>Rows of a type without kernels of its own, carried to float or double and back: Half by registers, other types value by value.</summary>
internal static class Widened<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The values of a row for which its caller has room on the stack, and what is lost where that begins beside a line of the cache.</summary>
    public const int OnStack = 512 + ValuesOfLine;

    /// <summary>Of floats.</summary>
    public const int ValuesOfLine = BytesOfLine / sizeof(float);

    private const int BytesOfLine = 64;

    /// <summary>Whether float holds every value of <typeparamref name="T"/>, else double does.</summary>
    /// <exception cref="NotSupportedException">Neither does.</exception>
    public static bool FitsSingle => Unsafe.SizeOf<T>() <= sizeof(float) || (Unsafe.SizeOf<T>() <= sizeof(double)
        ? false
        : throw new NotSupportedException($"{typeof(T)} is wider than double: SoftMath computes in float or double. Convert the values first."));

    /// <summary>A result, rounded once. What is too small for the type is +0, never −0.</summary>
    public static T Rounded<TWide>(TWide result)
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
    {
        if (AreHalves<TWide>())
        {
            Half half = Halves.FromSingle(Unsafe.BitCast<TWide, float>(result));
            return Unsafe.BitCast<Half, T>(half);
        }

        return T.CreateTruncating(result) + T.Zero;
    }

    /// <summary>Values as <typeparamref name="TWide"/>, exactly.</summary>
    public static void Widen<TWide>(ReadOnlySpan<T> values, Span<TWide> wide)
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
    {
        if (AreHalves<TWide>())
        {
            Halves.ToSingles(MemoryMarshal.Cast<T, Half>(values), MemoryMarshal.Cast<TWide, float>(wide));
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            wide[i] = TWide.CreateTruncating(values[i]);
        }
    }

    /// <summary>Results, <see cref="Rounded">rounded once</see>.</summary>
    public static void Round<TWide>(ReadOnlySpan<TWide> wide, Span<T> results)
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
    {
        if (AreHalves<TWide>())
        {
            Halves.FromSingles(MemoryMarshal.Cast<TWide, float>(wide), MemoryMarshal.Cast<T, Half>(results));
            return;
        }

        for (int i = 0; i < results.Length; i++)
        {
            results[i] = Rounded(wide[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreHalves<TWide>() => typeof(T) == typeof(Half) && typeof(TWide) == typeof(float);

    /// <summary>A row as <typeparamref name="TWide"/>: in a block of the stack, or in a pooled array if it is longer.</summary>
    internal readonly ref struct Copy<TWide>
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
    {
        private readonly Room<TWide> _room;

        public Copy(ReadOnlySpan<T> values, Span<TWide> block = default)
            : this(values.Length, block) => Widen(values, Values);

        /// <summary>Room for results.</summary>
        public Copy(int length, Span<TWide> block) => _room = new(length, FromLine(block));

        /// <summary>Memory of the stack, which does not move, from where a line of the cache begins: no register lies in two.</summary>
        private static unsafe Span<TWide> FromLine(Span<TWide> block) => block.IsEmpty
            ? block
            : block.Slice((int)(-(nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(block)) & (BytesOfLine - 1)) / sizeof(TWide));

        public Span<TWide> Values => _room.Values;

        public void CopyTo(Span<T> destination) => Round<TWide>(Values, destination);

        public void Dispose() => _room.Dispose();
    }
}
#endif
