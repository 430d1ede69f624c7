using System;

namespace SoftKernels;

/// <summary>
/// Asks the generator for softmax, log-sum-exp and argmax methods of one size on a partial class, struct or record.
/// Apply it several times for several sizes or element types.
/// </summary>
/// <example>
/// <code>
/// [SoftKernel(Size = 10)]
/// public static partial class Digits;
///
/// Digits.Softmax10(logits, probabilities);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Delegate, AllowMultiple = true, Inherited = false)]
public sealed class SoftKernelAttribute : Attribute
{
    /// <summary>The number of values in a row, from 1 to 65,536. Required.</summary>
    public int Size { get; set; }

    /// <summary>The type of a value: <see cref="float"/> (the default) or <see cref="double"/>.</summary>
    public Type ElementType { get; set; } = typeof(float);

    /// <summary>The operations to generate; all of them by default.</summary>
    public SoftOperations Operations { get; set; } = SoftOperations.All;
}
