using System;
using System.IO;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace SoftKernels.Benchmarks.Parts;

/// <summary>A row of floats outside managed memory, so that any thread takes a part of it: in memory, or in a file that is mapped.</summary>
internal sealed unsafe class LongRow : IDisposable
{
    private readonly float* _start;
    private readonly Action _release;

    private LongRow(float* start, int length, Action release)
    {
        _start = start;
        Length = length;
        _release = release;
    }

    public int Length { get; }

    public Span<float> All => new(_start, Length);

    /// <summary>One of so many parts of nearly the same length.</summary>
    public Span<float> Part(int part, int parts) => All[(int)((long)Length * part / parts)..(int)((long)Length * (part + 1) / parts)];

    public static LongRow InMemory(int length)
    {
        void* start = NativeMemory.AlignedAlloc((nuint)length * sizeof(float), 64);
        return new((float*)start, length, () => NativeMemory.AlignedFree(start));
    }

    /// <summary>The same values in a temporary file, which goes with it.</summary>
    public static LongRow InFile(LongRow row)
    {
        string path = Path.GetTempFileName();
        MemoryMappedFile file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, mapName: null, (long)row.Length * sizeof(float));
        MemoryMappedViewAccessor view = file.CreateViewAccessor();
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        LongRow mapped = new((float*)start, row.Length, () =>
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            view.Dispose();
            file.Dispose();
            File.Delete(path);
        });
        row.All.CopyTo(mapped.All);
        return mapped;
    }

    public void Dispose() => _release();
}
