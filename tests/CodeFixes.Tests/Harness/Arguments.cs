using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace SoftKernels.CodeFixes.Tests.Harness;

/// <summary>What a method is given: the same values each time.</summary>
internal sealed record Arguments(object?[] Values)
{
    private const double Between = 0.75;

    private static readonly string[] s_elements = ["double", "float", "int", "bool", "System.Half"];
    private static readonly string[] s_lists = ["List", "IList", "IEnumerable", "IReadOnlyList", "ICollection"];

    private static readonly HashSet<string> s_supported =
    [
        .. s_elements,
        .. s_elements.Select(type => $"{type}[]"),
        .. s_elements.SelectMany(type => s_lists.Select(list => $"System.Collections.Generic.{list}<{type}>")),
        "double[][]", "float[][]", "double[,]", "System.Random",
    ];

    /// <summary>Two ways of computing differ in the last digits.</summary>
    public double Tolerance => Array.Exists(Values, value => value is Half[] or Half) ? 1e-2 : 1e-5;

    public static bool Supports(string type) => s_supported.Contains(type);

    /// <param name="method">Whose parameters they are for.</param>
    /// <param name="count">How long the first buffer is.</param>
    /// <param name="more">How much longer the others are.</param>
    /// <param name="isShared">Whether all buffers of one type are one.</param>
    /// <param name="isRestZero">Whether what is longer in them is 0.</param>
    public static Arguments For(MethodInfo method, int count, int more, bool isShared, bool isRestZero)
    {
        Dictionary<Type, object> buffers = [];
        List<object?> values = [];
        Random random = new(count + 1);
        foreach (ParameterInfo parameter in method.GetParameters())
        {
            Type type = parameter.ParameterType;
            int length = count + (buffers.Count == 0 ? 0 : more);
            object? value = type == typeof(Random) ? new Random(count)
                : type == typeof(int) ? (parameter.Name is "n" or "count" ? count : 0)
                : type.IsPrimitive || type == typeof(Half) ? Number(type, Between)
                : isShared && buffers.TryGetValue(type, out object? shared) ? shared
                : buffers[type] = Buffer(type, length, isRestZero ? count : length, random);
            values.Add(value);
        }

        return new([.. values]);
    }

    /// <summary>The result in a box, or <see langword="null"/> where the method throws.</summary>
    public object?[]? Run(MethodInfo method)
    {
        try
        {
            // What is computed later is computed now.
            return [Numbers.Of(method.Invoke(null, Values)).ToArray()];
        }
        catch (Exception failure) when (failure is TargetInvocationException or InvalidOperationException)
        {
            return null;
        }
    }

    private static object Buffer(Type type, int length, int given, Random random)
    {
        if (type == typeof(double[,]))
        {
            double[,] matrix = new double[2, length];
            foreach (int i in Enumerable.Range(0, 2 * length))
            {
                matrix[i / length, i % length] = Ordinary(random);
            }

            return matrix;
        }

        Type element = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
        Array values = Array.CreateInstance(element, length);
        for (int i = 0; i < length; i++)
        {
            values.SetValue(element.IsArray ? Buffer(element, length, given, random) : Number(element, i < given ? Ordinary(random) : 0), i);
        }

        return type.IsArray ? values : Activator.CreateInstance(typeof(List<>).MakeGenericType(element), values)!;
    }

    private static double Ordinary(Random random) => (4 * random.NextDouble()) - 2;

    private static object Number(Type type, double value) =>
        type == typeof(Half) ? (Half)value : type == typeof(bool) ? value > 0 : Convert.ChangeType(value, type, System.Globalization.CultureInfo.InvariantCulture);
}
