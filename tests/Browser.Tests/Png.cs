using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace SoftKernels.Browser.Tests;

/// <summary>Pictures as browsers write them in a hurry, the same pixels in fewer bytes: without filters, which flat colours and repeated letters do not need, and compressed as well as can be.</summary>
internal static class Png
{
    private const int SignatureLength = 8;

    /// <summary>A chunk is its length, its name, its data and a check of both.</summary>
    private const int AroundData = 12;

    private static readonly uint[] s_table = [.. Enumerable.Range(0, 256).Select(index => Enumerable.Range(0, 8).Aggregate((uint)index, (value, _) => (value >> 1) ^ ((value & 1) * 0xEDB88320)))];

    public static byte[] Packed(byte[] picture)
    {
        using MemoryStream before = new();
        using MemoryStream pixels = new();
        for (int at = SignatureLength, length; at < picture.Length; at += length + AroundData)
        {
            length = BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(at));
            switch (Encoding.ASCII.GetString(picture, at + 4, 4))
            {
                case "IDAT":
                    pixels.Write(picture, at + 8, length);
                    break;
                case "IEND":
                    break;
                default:
                    before.Write(picture, at, length + AroundData);
                    break;
            }
        }

        // The header comes first: width, height, depth (8), and 2 for red, green and blue, or 6 with opacity.
        var header = picture.AsSpan(SignatureLength + 8);
        var size = header[9] == 2 ? 3 : 4;
        var lines = Unfiltered(Decompressed(pixels.ToArray()), size * BinaryPrimitives.ReadInt32BigEndian(header), size);
        return [.. picture[..SignatureLength], .. before.ToArray(), .. Chunk("IDAT", Compressed(lines)), .. Chunk("IEND", [])];
    }

    /// <summary>Each line begins with its filter, and its bytes are differences from what that predicts by the pixel on the left, the one above, and the one above on the left.</summary>
    private static byte[] Unfiltered(byte[] lines, int width, int size)
    {
        for (var line = 0; line < lines.Length; line += width + 1)
        {
            for (var i = line + 1; i <= line + width; i++)
            {
                var left = i - size > line ? lines[i - size] : 0;
                var above = line > 0 ? lines[i - width - 1] : 0;
                var corner = line > 0 && i - size > line ? lines[i - width - 1 - size] : 0;
                lines[i] += (byte)(lines[line] switch
                {
                    0 => 0,
                    1 => left,
                    2 => above,
                    3 => (left + above) / 2,
                    _ => Nearest(left, above, corner),
                });
            }

            lines[line] = 0;
        }

        return lines;
    }

    /// <summary>Paeth's predictor.</summary>
    private static int Nearest(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - corner - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private static byte[] Decompressed(byte[] data)
    {
        using MemoryStream all = new();
        using ZLibStream source = new(new MemoryStream(data), CompressionMode.Decompress);
        source.CopyTo(all);
        return all.ToArray();
    }

    private static byte[] Compressed(byte[] data)
    {
        using MemoryStream packed = new();
        using (ZLibStream target = new(packed, CompressionLevel.SmallestSize))
        {
            target.Write(data);
        }

        return packed.ToArray();
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        var around = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(around, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(around.AsSpan(4), ~named.Aggregate(uint.MaxValue, (check, value) => (check >> 8) ^ s_table[(byte)(check ^ value)]));
        return [.. around[..4], .. named, .. around[4..]];
    }
}
