using System;
using System.Runtime.CompilerServices;

namespace SoftKernels.Benchmarks.Measuring;

/// <summary>Pinned memory that begins a fixed distance after a page boundary, so that chance alignment does not colour a comparison.</summary>
internal static class AlignedMemory
{
    private const int Page = 4096;

    public static unsafe Memory<T> Allocate<T>(int length, int skew = 0)
        where T : unmanaged
    {
        T[] array = GC.AllocateArray<T>(length + (2 * Page / sizeof(T)), pinned: true);
        nint misaligned = (nint)Unsafe.AsPointer(ref array[0]) % Page;
        return array.AsMemory((int)((Page - misaligned + skew) / sizeof(T)), length);
    }
}
