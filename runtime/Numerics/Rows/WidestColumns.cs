using System;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary>The widest registers that there are, and columns enough to fill.</summary>
internal static class WidestColumns
{
    [MethodImpl(KernelOptions.Optimized)]
    public static void OfSingles<TOperation, TResult>(TOperation operation, ReadOnlySpan<float> values, Span<TResult> results, int size, int columns)
        where TOperation : struct, IColumnOperation<float, TResult>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
#if NET8_0_OR_GREATER
        int all = values.Length / size;
        if (Vector512.IsHardwareAccelerated && all >= Vector512<float>.Count)
        {
            operation.Columns(Registers.Single512, values, results, size, columns);
            return;
        }

        if (Vector256.IsHardwareAccelerated && all >= Vector256<float>.Count)
        {
            operation.Columns(Registers.Single256, values, results, size, columns);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            operation.Columns(Registers.Single128, values, results, size, columns);
            return;
        }
#endif
        operation.Columns(Registers.Single, values, results, size, columns);
    }

    [MethodImpl(KernelOptions.Optimized)]
    public static void OfDoubles<TOperation, TResult>(TOperation operation, ReadOnlySpan<double> values, Span<TResult> results, int size, int columns)
        where TOperation : struct, IColumnOperation<double, TResult>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
#if NET8_0_OR_GREATER
        int all = values.Length / size;
        if (Vector512.IsHardwareAccelerated && all >= Vector512<double>.Count)
        {
            operation.Columns(Registers.Double512, values, results, size, columns);
            return;
        }

        if (Vector256.IsHardwareAccelerated && all >= Vector256<double>.Count)
        {
            operation.Columns(Registers.Double256, values, results, size, columns);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            operation.Columns(Registers.Double128, values, results, size, columns);
            return;
        }
#endif
        operation.Columns(Registers.Double, values, results, size, columns);
    }
}
