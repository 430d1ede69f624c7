using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using StackExchange.Redis;

namespace Shards;

/// <summary>A Redis of our own, on a free port, that keeps nothing on disk, and ends with us.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly Process _process;

    private RedisServer(Process process, IPEndPoint endPoint)
    {
        _process = process;
        EndPoint = endPoint;
    }

    public IPEndPoint EndPoint { get; }

    /// <exception cref="FormatException">There is no redis-server.</exception>
    public static async Task<RedisServer> Start(CancellationToken cancellation)
    {
        IPEndPoint endPoint = new(IPAddress.Loopback, Silo.FreePort());
        ProcessStartInfo start = new("redis-server", ["--bind", $"{endPoint.Address}", "--port", $"{endPoint.Port}", "--save", "", "--appendonly", "no", "--dir", Path.GetTempPath()])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        try
        {
            var process = Process.Start(start)!;
            process.OutputDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            RedisServer server = new(process, endPoint);
            try
            {
                await server.WaitUntilReady(cancellation);
                return server;
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
        catch (Win32Exception)
        {
            throw new FormatException("More than one silo needs Redis, for their membership, and there is no redis-server on the PATH: install it (Debian: apt-get install redis-server), or leave --silos out.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task WaitUntilReady(CancellationToken cancellation)
    {
        for (var clock = Stopwatch.StartNew(); ;)
        {
            try
            {
                await using var connection = await ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions { EndPoints = { EndPoint }, ConnectTimeout = 500, ConnectRetry = 1 });
                await connection.GetDatabase().PingAsync();
                return;
            }
            catch (RedisException) when (!_process.HasExited && clock.Elapsed < s_patience)
            {
                await Task.Delay(50, cancellation);
            }
            catch (RedisException failure)
            {
                throw new SearchException($"The redis-server of process {_process.Id} does not answer at {EndPoint}: {failure.Message}", failure);
            }
        }
    }
}
