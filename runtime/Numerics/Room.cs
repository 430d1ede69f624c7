using System;
using System.Buffers;

namespace SoftKernels.Numerics;

/// <summary>Memory for so many values: what the caller has on the stack, or a pooled array where that is too short.</summary>
/// <typeparam name="T">The values.</typeparam>
internal readonly ref struct Room<T>
    where T : unmanaged
{
    private readonly T[]? _pooled;

    public Room(int length, Span<T> onStack)
    {
        _pooled = length > onStack.Length ? ArrayPool<T>.Shared.Rent(length) : null;
        Values = (_pooled is null ? onStack : _pooled).Slice(0, length);
    }

    public Span<T> Values { get; }

    public void Dispose()
    {
        if (_pooled is not null)
        {
            ArrayPool<T>.Shared.Return(_pooled);
        }
    }
}
