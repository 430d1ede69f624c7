using System;
using System.Globalization;
#if NET8_0_OR_GREATER
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels;

/// <content>Labels and target probabilities.</content>
public static partial class KernelThrow
{
    /// <summary>Throws for a label that is no index of a row.</summary>
    public static void IfLabelIsOutside(int size, int label, string parameter)
    {
        if ((uint)label >= (uint)size)
        {
            throw new ArgumentOutOfRangeException(parameter, label, $"'{parameter}' is {label}, but {Labels(size)}.");
        }
    }

    /// <summary>Throws for labels of which one is no index of its row.</summary>
    public static void IfLabelIsOutside(int size, ReadOnlySpan<int> labels, string parameter)
    {
        for (int row = 0; row < labels.Length; row++)
        {
            if ((uint)labels[row] >= (uint)size)
            {
                throw new ArgumentOutOfRangeException(parameter, labels[row], $"'{parameter}' has {labels[row]} for row {row}, but {Labels(size)}.");
            }
        }
    }

    /// <summary>Throws for targets of which one is negative, infinite or NaN.</summary>
    public static void IfNoTargets(ReadOnlySpan<float> targets, string parameter)
    {
        int i = 0;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            while (i <= targets.Length - Vector256<float>.Count)
            {
                Vector256<float> some = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(targets), (nuint)i);
                if (!Vector256.GreaterThanOrEqualAll(some, Vector256<float>.Zero) || !Vector256.LessThanOrEqualAll(some, Vector256.Create(float.MaxValue)))
                {
                    break;
                }

                i += Vector256<float>.Count;
            }
        }
#endif
        for (; i < targets.Length; i++)
        {
            if (!(targets[i] >= 0 && targets[i] <= float.MaxValue))
            {
                Target(targets[i], i, parameter);
            }
        }
    }

    /// <inheritdoc cref="IfNoTargets(ReadOnlySpan{float}, string)"/>
    public static void IfNoTargets(ReadOnlySpan<double> targets, string parameter)
    {
        int i = 0;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            while (i <= targets.Length - Vector256<double>.Count)
            {
                Vector256<double> some = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(targets), (nuint)i);
                if (!Vector256.GreaterThanOrEqualAll(some, Vector256<double>.Zero) || !Vector256.LessThanOrEqualAll(some, Vector256.Create(double.MaxValue)))
                {
                    break;
                }

                i += Vector256<double>.Count;
            }
        }
#endif
        for (; i < targets.Length; i++)
        {
            if (!(targets[i] >= 0 && targets[i] <= double.MaxValue))
            {
                Target(targets[i], i, parameter);
            }
        }
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="IfNoTargets(ReadOnlySpan{float}, string)"/>
    internal static void IfNoTargets<T>(ReadOnlySpan<T> targets, string parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < targets.Length; i++)
        {
            if (!(targets[i] >= T.Zero && T.IsFinite(targets[i])))
            {
                Target(double.CreateTruncating(targets[i]), i, parameter);
            }
        }
    }
#endif

    private static string Labels(int size) => size > 0 ? $"a label from 0 to {size - 1} is needed: the index of one of {size} values" : "no values have no label";

    private static void Target(double target, int index, string parameter) => throw new ArgumentOutOfRangeException(
        parameter, target, $"'{parameter}' has {target.ToString(CultureInfo.InvariantCulture)} at index {index}, but 0 or a positive finite number is needed.");
}
