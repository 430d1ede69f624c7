using System;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary>The dispatch over registers for one row with a mask. A row of more than half a register of 256 bits takes that, in halves that overlap.</summary>
/// <typeparam name="T">The element.</typeparam>
internal interface IWidestMasked<T>
{
    /// <summary>One row, of one value at least.</summary>
    TResult Row<TOperation, TResult>(ReadOnlySpan<T> values, ref byte mask, Span<T> results)
        where TOperation : struct, IMaskedOperation<T, TResult>;
}

/// <summary>For floats.</summary>
internal readonly struct WidestMaskedSingle : IWidestMasked<float>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TResult Row<TOperation, TResult>(ReadOnlySpan<float> values, ref byte mask, Span<float> results)
        where TOperation : struct, IMaskedOperation<float, TResult>
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && values.Length >= Vector512<float>.Count)
        {
            return default(TOperation).Row(Registers.Single512, values, ref mask, results);
        }

        if (Vector256.IsHardwareAccelerated && values.Length > Vector128<float>.Count)
        {
            return default(TOperation).Row(Registers.Single256, values, ref mask, results);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            return default(TOperation).Row(Registers.Single128, values, ref mask, results);
        }
#endif
        return default(TOperation).Row(Registers.Single, values, ref mask, results);
    }
}

/// <summary>For doubles.</summary>
internal readonly struct WidestMaskedDouble : IWidestMasked<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TResult Row<TOperation, TResult>(ReadOnlySpan<double> values, ref byte mask, Span<double> results)
        where TOperation : struct, IMaskedOperation<double, TResult>
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && values.Length >= Vector512<double>.Count)
        {
            return default(TOperation).Row(Registers.Double512, values, ref mask, results);
        }

        if (Vector256.IsHardwareAccelerated && values.Length > Vector128<double>.Count)
        {
            return default(TOperation).Row(Registers.Double256, values, ref mask, results);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            return default(TOperation).Row(Registers.Double128, values, ref mask, results);
        }
#endif
        return default(TOperation).Row(Registers.Double, values, ref mask, results);
    }
}
