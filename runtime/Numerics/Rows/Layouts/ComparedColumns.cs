using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <content>A group of columns of an operation that only compares: one pass.</content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>The maximum, +0 where it is a zero.</summary>
    private readonly struct MaxGroup : IGroup<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Write(ref T source, nint stride, int size, ref T results, ref T block) => MaximaOfColumns(ref source, stride, size, ref results);
    }

    /// <summary>The index of the first maximum.</summary>
    private readonly struct ArgMaxGroup : IGroup<int>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Write(ref T source, nint stride, int size, ref int results, ref T block) => IndicesOfColumns(ref source, stride, size, ref results);
    }

    /// <summary>1 at the first maximum, 0 elsewhere.</summary>
    private readonly struct HardMaxGroup : IGroup<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Write(ref T source, nint stride, int size, ref T results, ref T block) => OneHotsOfColumns(ref source, stride, size, ref results);
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static bool MaximaOfColumns(ref T source, nint stride, int size, ref T results)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        TVector max = lanes.Load(ref source, 0);
        TVector sum = max;
        nint at = stride;
        int left = size - 1;
        for (; left > 1; left -= 2)
        {
            TVector values = lanes.Load(ref Unsafe.Add(ref source, at), 0);
            TVector next = lanes.Load(ref Unsafe.Add(ref source, at + stride), 0);
            max = lanes.Max(max, lanes.Max(values, next));
            sum = lanes.Add(sum, lanes.Add(values, next));
            at += 2 * stride;
        }

        if (left > 0)
        {
            TVector values = lanes.Load(ref Unsafe.Add(ref source, at), 0);
            max = lanes.Max(max, values);
            sum = lanes.Add(sum, values);
        }

        if (!lanes.AreEqual(sum, sum))
        {
            return false;
        }

        lanes.Store(default(Kernel<TLanes, TFormat, TVector, TBits, T>).PlusZero(max), ref results, 0);
        return true;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static bool IndicesOfColumns(ref T source, nint stride, int size, ref int results)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        TVector indices = FirstMaxima(ref source, stride, size, out TVector sum);
        if (!lanes.AreEqual(sum, sum))
        {
            return false;
        }

        lanes.StoreIndices(indices, ref results, 0);
        return true;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static bool OneHotsOfColumns(ref T source, nint stride, int size, ref T results)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        TVector indices = FirstMaxima(ref source, stride, size, out TVector sum);
        if (!lanes.AreEqual(sum, sum))
        {
            return false;
        }

        TVector index = kernel.Zero();
        TVector one = lanes.Create(default(TFormat).One);
        nint at = 0;
        for (int i = 0; i < size; i++)
        {
            lanes.Store(kernel.OneWhereEqual(indices, index), ref Unsafe.Add(ref results, at), 0);
            CacheHints.WillBeWritten(ref results, at + (CacheHints.RowsAhead * stride));
            index = lanes.Add(index, one);
            at += stride;
        }

        return true;
    }

    /// <summary>Where each column's maximum stands first, as a value: where a value is greater than those before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector FirstMaxima(ref T source, nint stride, int size, out TVector sum)
    {
        TLanes lanes = default;
        TVector max = lanes.Load(ref source, 0);
        TVector one = lanes.Create(default(TFormat).One);
        TVector indices = default(Kernel<TLanes, TFormat, TVector, TBits, T>).Zero();
        TVector index = indices;
        sum = max;
        nint at = stride;
        for (int i = 1; i < size; i++)
        {
            TVector values = lanes.Load(ref Unsafe.Add(ref source, at), 0);
            TVector greater = lanes.Max(max, values);
            index = lanes.Add(index, one);
            indices = lanes.ReplaceWhereEqual(index, max, greater, indices);
            max = greater;
            sum = lanes.Add(sum, values);
            at += stride;
        }

        return indices;
    }
}
