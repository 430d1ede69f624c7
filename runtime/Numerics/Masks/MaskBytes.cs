using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
#endif

namespace SoftKernels.Numerics;

/// <summary>Masks as bytes, of which those that are not 0 take part: what lanes are selected by.</summary>
internal static class MaskBytes
{
    /// <summary>The bits of a mask that is a number.</summary>
    public const int MostBits = 64;

    /// <summary>Writes bytes for the first <paramref name="count"/> bits, 1 at least, and whatever else to fill up to <see cref="MostBits"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ulong bits, int count, ref byte bytes)
    {
#if NET8_0_OR_GREATER
        if (Avx2.IsSupported && count > Vector128<byte>.Count)
        {
            Vector256<byte> bit = Vector256.Create(0x8040201008040201UL).AsByte();
            Avx2.And(Avx2.Shuffle(Vector256.Create(bits).AsByte(), Vector256.Create(0UL, 0x0101010101010101UL, 0x0202020202020202UL, 0x0303030303030303UL).AsByte()), bit)
                .StoreUnsafe(ref bytes);
            if (count > Vector256<byte>.Count)
            {
                Avx2.And(Avx2.Shuffle(Vector256.Create(bits >> 32).AsByte(), Vector256.Create(0UL, 0x0101010101010101UL, 0x0202020202020202UL, 0x0303030303030303UL).AsByte()), bit)
                    .StoreUnsafe(ref bytes, (nuint)Vector256<byte>.Count);
            }

            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            for (int i = 0; i < count; i += Vector128<byte>.Count)
            {
                Vector128<byte> places = Vector128.Create(0UL, 0x0101010101010101UL).AsByte();
                Vector128<byte> spread = Vector128.Create(bits >> i).AsByte();
                ((Ssse3.IsSupported ? Ssse3.Shuffle(spread, places) : Vector128.Shuffle(spread, places)) & Vector128.Create(0x8040201008040201UL).AsByte())
                    .StoreUnsafe(ref bytes, (nuint)i);
            }

            return;
        }
#endif
        for (int i = 0; i < count; i += sizeof(ulong))
        {
            // A byte for each of eight bits, in the order of memory.
            ulong eight = (((bits >> i) & 0xFF) * 0x0101010101010101UL) & 0x8040201008040201UL;
            if (!System.BitConverter.IsLittleEndian)
            {
                eight = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(eight);
            }

            Unsafe.WriteUnaligned(ref Unsafe.Add(ref bytes, i), eight);
        }
    }

    /// <summary>Where the first value that takes part stands; −1 where none does.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static int FirstTakingPart(ref byte mask, int count)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        for (int i = 0; i < count; i++)
        {
            if (Unsafe.Add(ref mask, i) != 0)
            {
                return i;
            }
        }

        return -1;
    }
}
