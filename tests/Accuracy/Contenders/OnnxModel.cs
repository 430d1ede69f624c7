using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace SoftKernels.Accuracy.Contenders;

/// <summary>A model of one node over a tensor of any lengths, as the protocol buffer that ONNX prescribes.</summary>
internal static class OnnxModel
{
    public const string Input = "x";
    public const string Output = "y";

    // Field numbers and values are those of onnx.proto.
    private const int IrVersion = 7;
    private const int OperatorSet = 13;
    private const int SingleElement = 1;
    private const int DoubleElement = 11;

    // Of an attribute: the fields of an integer, of a list of them and of which one it is.
    private const int Integer = 3;
    private const int Integers = 8;
    private const int Kind = 20;
    private const int IntegerKind = 2;
    private const int IntegersKind = 7;

    /// <summary>Over a vector.</summary>
    public static byte[] OfRow<T>(string operation) => Of<T>(operation, 1, []);

    /// <summary>Over a tensor of three axes, along the second.</summary>
    public static byte[] OfColumns<T>(string operation) => Of<T>(operation, 3, operation.StartsWith("Reduce", StringComparison.Ordinal)
        ? [.. Text(1, "axes"), .. Number(Integers, 1), .. Number(Kind, IntegersKind)]
        : [.. Text(1, "axis"), .. Number(Integer, 1), .. Number(Kind, IntegerKind)]);

    private static byte[] Of<T>(string operation, int axes, byte[] attribute)
    {
        byte[] node = [.. Text(1, Input), .. Text(2, Output), .. Text(4, operation), .. attribute.Length > 0 ? Nested(5, attribute) : []];
        byte[] graph = [.. Nested(1, node), .. Text(2, operation), .. Nested(11, Tensor<T>(Input, axes)), .. Nested(12, Tensor<T>(Output, axes))];
        return [.. Number(1, IrVersion), .. Nested(7, graph), .. Nested(8, [.. Number(2, OperatorSet)])];
    }

    private static byte[] Tensor<T>(string name, int axes)
    {
        byte[] shape = [.. Enumerable.Range(0, axes).SelectMany(axis => Nested(1, [.. Text(2, $"{name} length {axis}")]))];
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
