using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <summary>The masks of the rows of a matrix as bytes, a block of rows at a time: as they stand, or in a room that the caller lends.</summary>
internal readonly ref struct RowMasks
{
    /// <summary>Rows of more values are not repeated in the room: their mask serves one row at a time.</summary>
    private const int MostValuesRepeated = 256;

    /// <summary>Bytes of the room: a block of the most rows of the most values, and what is written beside the last of them.</summary>
    public const int Room = (16 * MostValuesRepeated) + MaskBytes.MostBits;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ReadOnlySpan<ulong> _bits;
    private readonly int _size;

    private RowMasks(ReadOnlySpan<byte> bytes, ReadOnlySpan<ulong> bits, int size)
    {
        _bytes = bytes;
        _bits = bits;
        _size = size;
    }

    /// <summary>One row of them for all rows, or as many as the matrix.</summary>
    public static RowMasks Of(ReadOnlySpan<bool> mask, int size) => new(MemoryMarshal.AsBytes(mask), default, size);

    /// <summary>The bits of one number for all rows, or of one a row.</summary>
    public static RowMasks Of(ReadOnlySpan<ulong> masks, int size) => new(default, masks, size);

    /// <summary>Whether there are none, and all takes part.</summary>
    public bool IsNone => _size == 0;

    /// <summary>Those of some rows.</summary>
    public RowMasks Slice(int row, int rows) => new(
        _bytes.Length > _size ? _bytes.Slice(row * _size, rows * _size) : _bytes, _bits.Length > 1 ? _bits.Slice(row, rows) : _bits, _size);

    /// <summary>How many rows a block has: what stays in the first cache, and what the layouts of rows take at once.</summary>
    /// <param name="valuesOfMatrix">All values, of all rows.</param>
    /// <param name="valuesOfLine">Values of a line of the cache, which is as many as the widest register has.</param>
    public int RowsOfBlock(int valuesOfMatrix, int valuesOfLine)
    {
        if (_size > MostValuesRepeated)
        {
            return _bytes.Length == _size && _size != valuesOfMatrix ? 1 : Math.Max(1, 128 * valuesOfLine / _size);
        }

        return Math.Max(1, 128 / _size) * valuesOfLine;
    }

    /// <summary>The masks of a block, as far as they are not in the room from the block before.</summary>
    /// <param name="start">The first value.</param>
    /// <param name="count">How many values.</param>
    /// <param name="room">Room for them.</param>
    [MethodImpl(KernelOptions.Optimized)]
    public ref byte Block(int start, int count, Span<byte> room)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        if (_bytes.Length > _size || _bytes.Length >= count)
        {
            return ref MemoryMarshal.GetReference(_bytes.Slice(_bytes.Length > _size ? start : 0));
        }

        if (_bits.Length > 1)
        {
            ReadOnlySpan<ulong> bits = _bits.Slice(start / _size, count / _size);
            for (int i = 0; i < bits.Length; i++)
            {
                MaskBytes.Write(bits[i], _size, ref room[i * _size]);
            }
        }
        else if (start == 0)
        {
            Repeat(room, count);
        }

        return ref MemoryMarshal.GetReference(room);
    }

    /// <summary>The mask of one row, for each row.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private void Repeat(Span<byte> room, int count)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        if (_bits.IsEmpty)
        {
            _bytes.CopyTo(room);
        }
        else
        {
            MaskBytes.Write(_bits[0], _size, ref room[0]);
        }

        for (int filled = _size; filled < count; filled *= 2)
        {
            room.Slice(0, Math.Min(filled, count - filled)).CopyTo(room.Slice(filled));
        }
    }
}
