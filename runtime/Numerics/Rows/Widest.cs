using System;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary>The one dispatch over registers: the widest that the hardware has and the row fills, or as many rows as it has lanes.</summary>
/// <typeparam name="T">The element.</typeparam>
internal interface IWidest<T>
{
    /// <summary>One row, of one value at least.</summary>
    TResult Row<TOperation, TResult>(TOperation operation, ReadOnlySpan<T> values, Span<TResult> results)
        where TOperation : struct, IRowOperation<T, TResult>;

    /// <summary>Blocks of rows, as <see cref="IRows{T}"/> has them.</summary>
    int Blocks<TOperation, TResult>(TOperation operation, ReadOnlySpan<T> values, Span<TResult> results, int size, int row)
        where TOperation : struct, IRowOperation<T, TResult>;
}

/// <summary>For floats.</summary>
internal readonly struct WidestSingle : IWidest<float>
{
    /// <summary>Rows of so many registers gain more by a wider register than by a block of rows in a narrower one.</summary>
    internal const int RegistersToGoAlone = 4;

    /// <summary>One row of floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TResult Row<TOperation, TResult>(TOperation operation, ReadOnlySpan<float> values, Span<TResult> results)
        where TOperation : struct, IRowOperation<float, TResult>
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && values.Length >= Vector512<float>.Count)
        {
            return operation.Row(Registers.Single512, values, results);
        }

        if (Vector256.IsHardwareAccelerated && values.Length >= Vector256<float>.Count)
        {
            return operation.Row(Registers.Single256, values, results);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            return operation.Row(Registers.Single128, values, results);
        }
#endif
        return operation.Row(Registers.Single, values, results);
    }

    /// <summary>Blocks of rows of floats, as <see cref="IRows{T}"/> has them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Blocks<TOperation, TResult>(TOperation operation, ReadOnlySpan<float> values, Span<TResult> results, int size, int row)
        where TOperation : struct, IRowOperation<float, TResult>
    {
#if NET8_0_OR_GREATER
        int rows = values.Length / size;
        if (Vector512.IsHardwareAccelerated && (rows >= Vector512<float>.Count || size >= RegistersToGoAlone * Vector512<float>.Count))
        {
            return operation.Blocks(Registers.Single512, values, results, size, row);
        }

        if (Vector256.IsHardwareAccelerated && (rows >= Vector256<float>.Count || size >= RegistersToGoAlone * Vector256<float>.Count))
        {
            return operation.Blocks(Registers.Single256, values, results, size, row);
        }

        if (Vector128.IsHardwareAccelerated && (rows >= Vector128<float>.Count || size >= RegistersToGoAlone * Vector128<float>.Count))
        {
            return operation.Blocks(Registers.Single128, values, results, size, row);
        }
#endif
        return row;
    }
}

/// <summary>For doubles.</summary>
internal readonly struct WidestDouble : IWidest<double>
{
    /// <summary>One row of doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TResult Row<TOperation, TResult>(TOperation operation, ReadOnlySpan<double> values, Span<TResult> results)
        where TOperation : struct, IRowOperation<double, TResult>
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && values.Length >= Vector512<double>.Count)
        {
            return operation.Row(Registers.Double512, values, results);
        }

        if (Vector256.IsHardwareAccelerated && values.Length >= Vector256<double>.Count)
        {
            return operation.Row(Registers.Double256, values, results);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            return operation.Row(Registers.Double128, values, results);
        }
#endif
        return operation.Row(Registers.Double, values, results);
    }

    /// <summary>Blocks of rows of doubles. Two rows at a time gain nothing: 128 bits go row by row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Blocks<TOperation, TResult>(TOperation operation, ReadOnlySpan<double> values, Span<TResult> results, int size, int row)
        where TOperation : struct, IRowOperation<double, TResult>
    {
#if NET8_0_OR_GREATER
        int rows = values.Length / size;
        if (Vector512.IsHardwareAccelerated && (rows >= Vector512<double>.Count || size >= WidestSingle.RegistersToGoAlone * Vector512<double>.Count))
        {
            return operation.Blocks(Registers.Double512, values, results, size, row);
        }

        if (Vector256.IsHardwareAccelerated && (rows >= Vector256<double>.Count || size >= WidestSingle.RegistersToGoAlone * Vector256<double>.Count))
        {
            return operation.Blocks(Registers.Double256, values, results, size, row);
        }
#endif
        return row;
    }
}
