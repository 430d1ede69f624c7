using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace SoftKernels.Browser.Tests;

/// <summary>Pictures as browsers write them in a hurry, the same pixels in fewer bytes: what is compressed in them is compressed again, as well as it can be.</summary>
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

        return [.. picture[..SignatureLength], .. before.ToArray(), .. Chunk("IDAT", Recompressed(pixels.ToArray())), .. Chunk("IEND", [])];
    }

    private static byte[] Recompressed(byte[] data)
    {
        using MemoryStream packed = new();
        using (ZLibStream target = new(packed, CompressionLevel.SmallestSize))
        using (ZLibStream source = new(new MemoryStream(data), CompressionMode.Decompress))
        {
            source.CopyTo(target);
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
