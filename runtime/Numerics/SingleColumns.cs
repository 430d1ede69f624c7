#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>Turns rows into columns and back, in squares of 4 × 4; the last square overlaps the one before it.</summary>
internal static class SingleColumns
{
    private const int Square = 4;

    /// <summary>columns[column · rows + row] = source[row · size + column].</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static void Load(ref float source, int size, ref float columns, int rows)
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
    public static void Store(ref float columns, int size, ref float destination, int rows)
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
    internal static Vector128<float> Lower(Vector128<float> left, Vector128<float> right)
    {
        if (Sse.IsSupported)
        {
            return Sse.UnpackLow(left, right);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(left, right) : Vector128.Create(left[0], right[0], left[1], right[1]);
    }

    /// <summary>The upper halves of both, interleaved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Upper(Vector128<float> left, Vector128<float> right)
    {
        if (Sse.IsSupported)
        {
            return Sse.UnpackHigh(left, right);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(left, right) : Vector128.Create(left[2], right[2], left[3], right[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref float source, int sourceStride, ref float destination, int destinationStride)
    {
        Vector128<float> a = Vector128.LoadUnsafe(ref source);
        Vector128<float> b = Vector128.LoadUnsafe(ref source, (nuint)sourceStride);
        Vector128<float> c = Vector128.LoadUnsafe(ref source, 2 * (nuint)sourceStride);
        Vector128<float> d = Vector128.LoadUnsafe(ref source, 3 * (nuint)sourceStride);

        Vector128<double> lowAB = Lower(a, b).AsDouble();
        Vector128<double> highAB = Upper(a, b).AsDouble();
        Vector128<double> lowCD = Lower(c, d).AsDouble();
        Vector128<double> highCD = Upper(c, d).AsDouble();

        DoubleColumns.Lower(lowAB, lowCD).AsSingle().StoreUnsafe(ref destination);
        DoubleColumns.Upper(lowAB, lowCD).AsSingle().StoreUnsafe(ref destination, (nuint)destinationStride);
        DoubleColumns.Lower(highAB, highCD).AsSingle().StoreUnsafe(ref destination, 2 * (nuint)destinationStride);
        DoubleColumns.Upper(highAB, highCD).AsSingle().StoreUnsafe(ref destination, 3 * (nuint)destinationStride);
    }
}
#endif
