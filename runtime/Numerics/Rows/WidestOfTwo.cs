using System;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary><see cref="IWidest{T}"/> for operations with two results a row: the same registers for the same rows.</summary>
/// <typeparam name="T">The element.</typeparam>
internal interface IWidestOfTwo<T>
{
    /// <summary>One row, of one value at least.</summary>
    int Row<TOperation, TFirst>(ReadOnlySpan<T> values, Span<T> results, out T value)
        where TOperation : struct, ITwoResults<T, TFirst>;

    /// <summary>Blocks of rows, as <see cref="IRows{T}"/> has them.</summary>
    int Blocks<TOperation, TFirst>(ReadOnlySpan<T> values, Span<TFirst> first, Span<T> second, int size, int row)
        where TOperation : struct, ITwoResults<T, TFirst>;
}

/// <summary>For floats.</summary>
internal readonly struct WidestSingleOfTwo : IWidestOfTwo<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Row<TOperation, TFirst>(ReadOnlySpan<float> values, Span<float> results, out float value)
        where TOperation : struct, ITwoResults<float, TFirst>
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && values.Length >= Vector512<float>.Count)
        {
            return default(TOperation).Row(Registers.Single512, values, results, out value);
        }

        if (Vector256.IsHardwareAccelerated && values.Length >= Vector256<float>.Count)
        {
            return default(TOperation).Row(Registers.Single256, values, results, out value);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            return default(TOperation).Row(Registers.Single128, values, results, out value);
        }
#endif
        return default(TOperation).Row(Registers.Single, values, results, out value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Blocks<TOperation, TFirst>(ReadOnlySpan<float> values, Span<TFirst> first, Span<float> second, int size, int row)
        where TOperation : struct, ITwoResults<float, TFirst>
    {
#if NET8_0_OR_GREATER
        int rows = values.Length / size;
        if (Vector512.IsHardwareAccelerated && (rows >= Vector512<float>.Count || size >= WidestSingle.RegistersToGoAlone * Vector512<float>.Count))
        {
            return default(TOperation).Blocks(Registers.Single512, values, first, second, size, row);
        }

        if (Vector256.IsHardwareAccelerated && (rows >= Vector256<float>.Count || size >= WidestSingle.RegistersToGoAlone * Vector256<float>.Count))
        {
            return default(TOperation).Blocks(Registers.Single256, values, first, second, size, row);
        }

        if (Vector128.IsHardwareAccelerated && (rows >= Vector128<float>.Count || size >= WidestSingle.RegistersToGoAlone * Vector128<float>.Count))
        {
            return default(TOperation).Blocks(Registers.Single128, values, first, second, size, row);
        }
#endif
        return row;
    }
}

/// <summary>For doubles.</summary>
internal readonly struct WidestDoubleOfTwo : IWidestOfTwo<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Row<TOperation, TFirst>(ReadOnlySpan<double> values, Span<double> results, out double value)
        where TOperation : struct, ITwoResults<double, TFirst>
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && values.Length >= Vector512<double>.Count)
        {
            return default(TOperation).Row(Registers.Double512, values, results, out value);
        }

        if (Vector256.IsHardwareAccelerated && values.Length >= Vector256<double>.Count)
        {
            return default(TOperation).Row(Registers.Double256, values, results, out value);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            return default(TOperation).Row(Registers.Double128, values, results, out value);
        }
#endif
        return default(TOperation).Row(Registers.Double, values, results, out value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Blocks<TOperation, TFirst>(ReadOnlySpan<double> values, Span<TFirst> first, Span<double> second, int size, int row)
        where TOperation : struct, ITwoResults<double, TFirst>
    {
#if NET8_0_OR_GREATER
        int rows = values.Length / size;
        if (Vector512.IsHardwareAccelerated && (rows >= Vector512<double>.Count || size >= WidestSingle.RegistersToGoAlone * Vector512<double>.Count))
        {
            return default(TOperation).Blocks(Registers.Double512, values, first, second, size, row);
        }

        if (Vector256.IsHardwareAccelerated && (rows >= Vector256<double>.Count || size >= WidestSingle.RegistersToGoAlone * Vector256<double>.Count))
        {
            return default(TOperation).Blocks(Registers.Double256, values, first, second, size, row);
        }
#endif
        return row;
    }
}
