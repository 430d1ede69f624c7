using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace SoftKernels.Kernels.Tests.Memory;

/// <summary>Memory between two pages that nobody may touch: a read or write outside it ends the process at the offending kernel.</summary>
internal sealed unsafe partial class GuardedBuffer : IDisposable
{
    private const int NoAccess = 0;
    private const int ReadWrite = 1 | 2;
    private const int PrivateAnonymous = 0x02 | 0x20;

    private readonly nuint _length;
    private readonly nuint _page = (nuint)Environment.SystemPageSize;
    private readonly byte* _start;

    public GuardedBuffer(int capacity)
    {
        _length = ((nuint)capacity + _page - 1) / _page * _page;
        _start = Map(null, _length + 2 * _page, NoAccess, PrivateAnonymous, -1, 0);
        if (_start == (byte*)-1 || Protect(_start + _page, _length, ReadWrite) != 0)
        {
            throw new Win32Exception();
        }
    }

    /// <summary>Bytes right behind the lower guard.</summary>
    public Span<byte> First(int count) => new(_start + _page, Checked(count));

    /// <summary>Bytes right before the upper guard.</summary>
    public Span<byte> Last(int count) => new(_start + _page + _length - Checked(count), count);

    public void Dispose()
    {
        if (Unmap(_start, _length + 2 * _page) != 0)
        {
            throw new Win32Exception();
        }
    }

    private int Checked(int count) => (nuint)count <= _length ? count : throw new ArgumentOutOfRangeException(nameof(count));

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial byte* Map(byte* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int Protect(byte* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(byte* address, nuint length);
}
