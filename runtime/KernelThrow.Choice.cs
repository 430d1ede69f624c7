using System;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace SoftKernels;

/// <content>How many are chosen, and by which number.</content>
public static partial class KernelThrow
{
    /// <summary>Throws unless each row is asked for as many values, at least 1 and no more than it has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void IfNoneChosen(int size, int rows, int given, string parameter)
    {
        // One row needs no division.
        if (rows == 1 ? given < 1 || given > size : rows == 0 ? given != 0 : given % rows != 0 || given < rows || given / rows > size)
        {
            Chosen(size, rows, given, parameter);
        }
    }

    /// <summary>Throws for a number that is not from 0 to below 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void IfNoUniform(double uniform, string parameter)
    {
        if (!(uniform >= 0 && uniform < 1))
        {
            throw new ArgumentOutOfRangeException(parameter, uniform, $"'{parameter}' is {Text(uniform)}, but a number from 0 to below 1 is needed.");
        }
    }

    /// <summary>Throws for numbers of which one is not from 0 to below 1.</summary>
    internal static void IfNoUniform(ReadOnlySpan<double> uniforms, string parameter)
    {
        for (int row = 0; row < uniforms.Length; row++)
        {
            if (!(uniforms[row] >= 0 && uniforms[row] < 1))
            {
                throw new ArgumentOutOfRangeException(parameter, uniforms[row], $"'{parameter}' has {Text(uniforms[row])} for row {row}, but a number from 0 to below 1 is needed.");
            }
        }
    }

    private static void Chosen(int size, int rows, int given, string parameter)
    {
        string possible = size > 0 ? $"from 1 to {size} are possible: the indices of the first k of {size} values" : "no values have no first";
        throw new ArgumentException(
            rows == 1 ? $"'{parameter}' holds {given} values, but {possible}."
            : rows == 0 ? $"'{parameter}' holds {given} values, but 0 are needed: there are no rows."
            : given % rows != 0 ? $"'{parameter}' holds {given} values, but a multiple of {rows} is needed: k for each of {rows} rows."
            : $"'{parameter}' holds {given} values, {given / rows} for each of {rows} rows, but {possible}.",
            parameter);
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
