using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace SoftKernels.Accuracy.Contenders;

/// <summary>A model of one node over a tensor of any lengths, as the protocol buffer that ONNX prescribes.</summary>
internal static class OnnxModel
{
    public const string Input = "x";
    public const string Labels = "labels";
    public const string Output = "y";

    // Field numbers and values are those of onnx.proto.
    private const int IrVersion = 7;
    private const int OperatorSet = 13;
    private const int SingleElement = 1;
    private const int LongElement = 7;
    private const int DoubleElement = 11;

    // Of an attribute: the fields of an integer, of a text, of a list of integers and of which one it is.
    private const int Integer = 3;
    private const int Characters = 4;
    private const int Integers = 8;
    private const int Kind = 20;
    private const int IntegerKind = 2;
    private const int CharactersKind = 3;
    private const int IntegersKind = 7;

    /// <summary>Over a vector.</summary>
    public static byte[] OfRow<T>(string operation) => Of<T>(operation, 1, []);

    /// <summary>Over a tensor of three axes, along the second.</summary>
    public static byte[] OfColumns<T>(string operation) => Of<T>(operation, 3, operation.StartsWith("Reduce", StringComparison.Ordinal)
        ? [.. Text(1, "axes"), .. Number(Integers, 1), .. Number(Kind, IntegersKind)]
        : [.. Text(1, "axis"), .. Number(Integer, 1), .. Number(Kind, IntegerKind)]);

    /// <summary>A loss for each row of a matrix and its label.</summary>
    public static byte[] OfLoss<T>()
    {
        const string operation = "SoftmaxCrossEntropyLoss";
        byte[] attribute = [.. Text(1, "reduction"), .. Text(Characters, "none"), .. Number(Kind, CharactersKind)];
        byte[] node = [.. Text(1, Input), .. Text(1, Labels), .. Text(2, Output), .. Text(4, operation), .. Nested(5, attribute)];
        return Of(
            [.. Nested(1, node), .. Text(2, operation), .. Nested(11, Tensor<T>(Input, 2)), .. Nested(11, Tensor(Labels, LongElement, 1)), .. Nested(12, Tensor<T>(Output, 1))]);
    }

    private static byte[] Of<T>(string operation, int axes, byte[] attribute)
    {
        byte[] node = [.. Text(1, Input), .. Text(2, Output), .. Text(4, operation), .. attribute.Length > 0 ? Nested(5, attribute) : []];
        return Of([.. Nested(1, node), .. Text(2, operation), .. Nested(11, Tensor<T>(Input, axes)), .. Nested(12, Tensor<T>(Output, axes))]);
    }

    private static byte[] Of(byte[] graph) => [.. Number(1, IrVersion), .. Nested(7, graph), .. Nested(8, [.. Number(2, OperatorSet)])];

    private static byte[] Tensor<T>(string name, int axes) => Tensor(name, typeof(T) == typeof(float) ? SingleElement : DoubleElement, axes);

    private static byte[] Tensor(string name, int element, int axes)
    {
        byte[] shape = [.. Enumerable.Range(0, axes).SelectMany(axis => Nested(1, [.. Text(2, $"{name} length {axis}")]))];
        byte[] tensor = [.. Number(1, element), .. Nested(2, shape)];
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
