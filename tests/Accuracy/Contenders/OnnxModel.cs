using System.Collections.Generic;
using System.Text;

namespace SoftKernels.Accuracy.Contenders;

/// <summary>A model of one node over a vector of any length, as the protocol buffer that ONNX prescribes.</summary>
internal static class OnnxModel
{
    public const string Input = "x";
    public const string Output = "y";

    // Field numbers and values are those of onnx.proto.
    private const int IrVersion = 7;
    private const int OperatorSet = 13;
    private const int SingleElement = 1;
    private const int DoubleElement = 11;

    public static byte[] Of<T>(string operation)
    {
        byte[] node = [.. Text(1, Input), .. Text(2, Output), .. Text(4, operation)];
        byte[] graph = [.. Nested(1, node), .. Text(2, operation), .. Nested(11, Vector<T>(Input)), .. Nested(12, Vector<T>(Output))];
        return [.. Number(1, IrVersion), .. Nested(7, graph), .. Nested(8, [.. Number(2, OperatorSet)])];
    }

    private static byte[] Vector<T>(string name)
    {
        byte[] shape = [.. Nested(1, [.. Text(2, name + " length")])];
        byte[] tensor = [.. Number(1, typeof(T) == typeof(float) ? SingleElement : DoubleElement), .. Nested(2, shape)];
        return [.. Text(1, name), .. Nested(2, [.. Nested(1, tensor)])];
    }

    private static IEnumerable<byte> Text(int field, string value) => Nested(field, Encoding.UTF8.GetBytes(value));

    private static IEnumerable<byte> Nested(int field, byte[] content) => [.. Varint((field << 3) | 2), .. Varint(content.Length), .. content];

    private static IEnumerable<byte> Number(int field, int value) => [.. Varint(field << 3), .. Varint(value)];

    private static IEnumerable<byte> Varint(int value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            yield return (byte)(value | 0x80);
        }

        yield return (byte)value;
    }
}
