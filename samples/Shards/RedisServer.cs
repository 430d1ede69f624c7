using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using StackExchange.Redis;

namespace Shards;

/// <summary>A Redis of our own, on a free port, that keeps nothing on disk.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private const int NotFound = 127;

    // It ends with us even if we are killed: then nobody holds the other end of the pipe any more that the shell reads from. In a session of its own, Ctrl+C leaves it running until the silos have taken leave.
    private const string Script = """
        command -v redis-server >/dev/null || exit 127
        trap '' INT
        $(command -v setsid) redis-server "$@" >/dev/null &
        read -r _
        kill $!
        wait
        """;

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
        IPEndPoint endPoint = new(IPAddress.Loopback, SiloSetup.FreePort());
        ProcessStartInfo start = new(
            "/bin/sh",
            ["-c", Script, "redis", "--bind", $"{endPoint.Address}", "--port", $"{endPoint.Port}", "--save", "", "--appendonly", "no", "--dir", Path.GetTempPath()])
        {
            RedirectStandardInput = true,
        };
        RedisServer? server = null;
        try
        {
            server = new(Process.Start(start)!, endPoint);
            await server.WaitUntilReady(cancellation);
            return server;
        }
        catch (Exception failure)
        {
            await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
            if (failure is Win32Exception)
            {
                throw Missing();
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static FormatException Missing() => new(
        "More than one silo needs Redis, for their membership, and there is no redis-server on the PATH: install it (Debian: apt-get install redis-server), or leave --silos out.");

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
            catch (RedisException) when (_process.HasExited && _process.ExitCode == NotFound)
            {
                throw Missing();
            }
            catch (RedisException) when (!_process.HasExited && clock.Elapsed < s_patience)
            {
                await Task.Delay(50, cancellation);
            }
            catch (RedisException failure)
            {
                throw new SearchException($"The redis-server that was started does not answer at {EndPoint}: {failure.Message}", failure);
            }
        }
    }
}
