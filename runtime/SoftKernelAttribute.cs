using System;

namespace SoftKernels;

/// <summary>
/// Asks the generator for softmax, log-sum-exp and argmax methods of one size on a partial class, struct or record.
/// Apply it several times for several sizes or element types.
/// </summary>
/// <example>
/// <code>
/// [SoftKernel(10)]
/// public static partial class Digits;
///
/// Digits.Softmax10(logits, probabilities);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Delegate, AllowMultiple = true, Inherited = false)]
public sealed class SoftKernelAttribute : Attribute
{
    /// <summary>Asks for methods of the <see cref="Size"/> that is set by its name.</summary>
    public SoftKernelAttribute()
    {
    }

    /// <summary>Asks for methods of a size.</summary>
    /// <param name="size">The number of values in a row, from 1 to 65,536.</param>
    public SoftKernelAttribute(int size) => Size = size;

    /// <summary>The number of values in a row, from 1 to 65,536. Required, here or in the constructor.</summary>
    public int Size { get; set; }

    /// <summary>The type of a value: <see cref="float"/> (the default), <see cref="double"/>, or from .NET 8 on <c>Half</c>, which is computed in float and rounded once.</summary>
    public Type ElementType { get; set; } = typeof(float);

    /// <summary>The operations to generate; <see cref="SoftOperations.Core"/> by default.</summary>
    public SoftOperations Operations { get; set; } = SoftOperations.Core;

    /// <summary>Overloads and forms to generate beside the plain methods of the operations; none by default.</summary>
    public SoftExtras Extras { get; set; }

    /// <summary>
    /// What follows the operation in the methods' names: with <c>"Classes"</c> they are <c>SoftmaxClasses</c>, <c>SoftmaxClassesRows</c> and so on,
    /// and stay so when the size changes. The size by default.
    /// </summary>
    public string? Name { get; set; }
}
