using System;
using System.Collections.Generic;
using System.Text;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Peers;

/// <summary>A model of one operation over the second axis, the last of a matrix, written in the wire format of protocol buffers.</summary>
/// <remarks>The field numbers are those of onnx.proto.</remarks>
internal static class OnnxModel
{
    public const string Input = "x";
    public const string Mask = "m";
    public const string Output = "y";

    private const int FormatVersion = 7;
    private const int OperatorSet = 13;

    private const string Between = "z";
    private const string Constant = "c";
    private const string Sums = "s";

    private const int TypeSingle = 1;
    private const int TypeInt64 = 7;
    private const int TypeBool = 9;
    private const int TypeDouble = 11;

    private const int AttributeInteger = 2;
    private const int AttributeIntegers = 7;

    public static byte[] Bytes<T>(Operation operation, int rows, int size) => Bytes<T>(operation, [rows, size], [rows]);

    /// <param name="operation">The operation.</param>
    /// <param name="lengths">The input's axes.</param>
    /// <param name="without">The same without the second.</param>
    public static byte[] Bytes<T>(Operation operation, ReadOnlySpan<int> lengths, ReadOnlySpan<int> without)
    {
        int type = typeof(T) == typeof(double) ? TypeDouble : TypeSingle;
        Message input = Tensor(Input, type, lengths);
        Message output = operation switch
        {
            Operation.ArgMax => Tensor(Output, TypeInt64, without),
            _ when operation.GivesRow() => Tensor(Output, type, lengths),
            _ => Tensor(Output, type, without),
        };
        return Model(new Message().With(1, Node(operation, Input, Output)).With(2, "graph").With(11, input).With(12, output));
    }

    /// <summary>Floats divided by a temperature, the operation, and log-sum-exp times it.</summary>
    public static byte[] AtTemperature(Operation operation, int rows, int size, float temperature)
    {
        Message graph = new Message().With(1, new Message().With(1, Input).With(1, Constant).With(2, Between).With(4, "Div"));
        graph = operation.GivesRow()
            ? graph.With(1, Node(operation, Between, Output))
            : graph.With(1, Node(operation, Between, Sums)).With(1, new Message().With(1, Sums).With(1, Constant).With(2, Output).With(4, "Mul"));
        return OfFloats(graph.With(5, Scalar(temperature)), operation, rows, size);
    }

    /// <summary>Floats with −∞ where a mask of bools is false, and the operation.</summary>
    public static byte[] Where(Operation operation, int rows, int size)
    {
        Message where = new Message().With(1, Mask).With(1, Input).With(1, Constant).With(2, Between).With(4, "Where");
        return OfFloats(Masked(where, TypeBool, operation, rows, size).With(5, Scalar(float.NegativeInfinity)), operation, rows, size);
    }

    /// <summary>Floats to which a mask of 0 and −∞ is added, and the operation.</summary>
    public static byte[] Added(Operation operation, int rows, int size) =>
        OfFloats(Masked(new Message().With(1, Input).With(1, Mask).With(2, Between).With(4, "Add"), TypeSingle, operation, rows, size), operation, rows, size);

    private static Message Masked(Message first, int typeOfMask, Operation operation, int rows, int size) =>
        new Message().With(1, first).With(1, Node(operation, Between, Output)).With(11, Tensor(Mask, typeOfMask, rows, size));

    private static byte[] OfFloats(Message graph, Operation operation, int rows, int size) => Model(graph
        .With(2, "graph")
        .With(11, Tensor(Input, TypeSingle, rows, size))
        .With(12, operation.GivesRow() ? Tensor(Output, TypeSingle, rows, size) : Tensor(Output, TypeSingle, rows)));

    private static Message Scalar(float value) => new Message().With(2, TypeSingle).With(8, Constant).With(9, BitConverter.GetBytes(value));

    private static byte[] Model(Message graph) =>
        new Message().With(1, FormatVersion).With(7, graph).With(8, new Message().With(1, "").With(2, OperatorSet)).ToArray();

    private static Message Node(Operation operation, string input, string output)
    {
        Message node = new Message().With(1, input).With(2, output);
        Message axis = Attribute("axis", AttributeInteger, 3, 1);
        Message axes = Attribute("axes", AttributeIntegers, 8, 1);
        Message dropAxis = Attribute("keepdims", AttributeInteger, 3, 0);
        return operation switch
        {
            Operation.Softmax => node.With(4, "Softmax").With(5, axis),
            Operation.LogSoftmax => node.With(4, "LogSoftmax").With(5, axis),
            Operation.LogSumExp => node.With(4, "ReduceLogSumExp").With(5, axes).With(5, dropAxis),
            Operation.Max => node.With(4, "ReduceMax").With(5, axes).With(5, dropAxis),
            Operation.HardMax => node.With(4, "Hardmax").With(5, axis),
            _ => node.With(4, "ArgMax").With(5, axis).With(5, dropAxis),
        };
    }

    private static Message Attribute(string name, int type, int field, int value) =>
        new Message().With(1, name).With(field, value).With(20, type);

    private static Message Tensor(string name, int type, params ReadOnlySpan<int> lengths)
    {
        Message shape = new();
        foreach (int length in lengths)
        {
            shape.With(1, new Message().With(1, length));
        }

        Message tensor = new Message().With(1, type).With(2, shape);
        return new Message().With(1, name).With(2, new Message().With(1, tensor));
    }

    /// <summary>The fields of a message, in the order of writing.</summary>
    private sealed class Message
    {
        private const int VariableLength = 0;
        private const int LengthPrefixed = 2;

        private readonly List<byte> _bytes = [];

        public byte[] ToArray() => [.. _bytes];

        public Message With(int field, int value)
        {
            Integer((field << 3) | VariableLength);
            Integer(value);
            return this;
        }

        public Message With(int field, string value) => With(field, Encoding.UTF8.GetBytes(value));

        public Message With(int field, Message value) => With(field, value.ToArray());

        public Message With(int field, byte[] value)
        {
            Integer((field << 3) | LengthPrefixed);
            Integer(value.Length);
            _bytes.AddRange(value);
            return this;
        }

        private void Integer(int value)
        {
            for (; value >= 0x80; value >>= 7)
            {
                _bytes.Add((byte)(value | 0x80));
            }

            _bytes.Add((byte)value);
        }
    }
}
