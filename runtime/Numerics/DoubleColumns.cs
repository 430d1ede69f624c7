#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>Turns rows into columns and back, in squares of 2 × 2; the last square overlaps the one before it.</summary>
internal static class DoubleColumns
{
    private const int Square = 2;

    /// <summary>columns[column · rows + row] = source[row · size + column].</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static void Load(ref double source, int size, ref double columns, int rows)
    {
        if (size < Square)
        {
            for (int column = 0; column < size; column++)
            {
                for (int row = 0; row < rows; row++)
                {
                    Unsafe.Add(ref columns, (column * rows) + row) = Unsafe.Add(ref source, (row * size) + column);
                }
            }

            return;
        }

        for (int column = 0; ; column = Math.Min(column + Square, size - Square))
        {
            for (int row = 0; row < rows; row += Square)
            {
                Transpose(ref Unsafe.Add(ref source, (row * size) + column), size, ref Unsafe.Add(ref columns, (column * rows) + row), rows);
            }

            if (column == size - Square)
            {
                return;
            }
        }
    }

    /// <summary>destination[row · size + column] = columns[column · rows + row].</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static void Store(ref double columns, int size, ref double destination, int rows)
    {
        if (size < Square)
        {
            for (int column = 0; column < size; column++)
            {
                for (int row = 0; row < rows; row++)
                {
                    Unsafe.Add(ref destination, (row * size) + column) = Unsafe.Add(ref columns, (column * rows) + row);
                }
            }

            return;
        }

        for (int column = 0; ; column = Math.Min(column + Square, size - Square))
        {
            for (int row = 0; row < rows; row += Square)
            {
                Transpose(ref Unsafe.Add(ref columns, (column * rows) + row), rows, ref Unsafe.Add(ref destination, (row * size) + column), size);
            }

            if (column == size - Square)
            {
                return;
            }
        }
    }

    /// <summary>The lower halves of both, interleaved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<double> Lower(Vector128<double> left, Vector128<double> right)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.UnpackLow(left, right);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(left, right) : Vector128.Create(left[0], right[0]);
    }

    /// <summary>The upper halves of both, interleaved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<double> Upper(Vector128<double> left, Vector128<double> right)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.UnpackHigh(left, right);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(left, right) : Vector128.Create(left[1], right[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref double source, int sourceStride, ref double destination, int destinationStride)
    {
        Vector128<double> a = Vector128.LoadUnsafe(ref source);
        Vector128<double> b = Vector128.LoadUnsafe(ref source, (nuint)sourceStride);
        Lower(a, b).StoreUnsafe(ref destination);
        Upper(a, b).StoreUnsafe(ref destination, (nuint)destinationStride);
    }
}
#endif
