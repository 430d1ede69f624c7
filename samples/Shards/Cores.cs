using System;
using System.Threading;
using System.Threading.Tasks;

namespace Shards;

/// <summary>
/// Where a silo scores: outside the grains' turns, and as many at once as there are cores. Without a limit the thread pool would fill with scoring, and messages and probes, which need it too, would wait behind it.
/// </summary>
internal sealed class Cores : IDisposable
{
    private readonly SemaphoreSlim _free = new(Environment.ProcessorCount);

    public async Task<T> Run<T>(Func<T> work, CancellationToken cancellation)
    {
        await _free.WaitAsync(cancellation);
        try
        {
            return await Task.Run(work, cancellation);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
