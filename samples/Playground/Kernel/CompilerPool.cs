using System;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Playground.Safety;

namespace Playground.Kernel;

/// <summary>The processes that compile, warmed when the site starts and replaced when they break. Whoever finds all of them busy waits; when too many wait, they are told.</summary>
internal sealed partial class CompilerPool(ILogger<CompilerPool> logger) : BackgroundService
{
    private readonly Channel<CompilerProcess> _free = Channel.CreateUnbounded<CompilerProcess>();
    private readonly SemaphoreSlim _places = new(Limits.Processes);
    private readonly TaskCompletionSource _warm = new();
    private int _waiting;
    private int _started;

    /// <summary>When all of them have started.</summary>
    public Task Warm => _warm.Task;

    /// <summary>Compiles a text. Cancelling gives up waiting at once; the process is free again when it has noticed.</summary>
    public async Task<Compiled> Compile(string text, CancellationToken cancellation)
    {
        if (text.Length > Limits.Text)
        {
            return TooLong(text.Length);
        }

        if (Interlocked.Increment(ref _waiting) > Limits.Waiting + Limits.Processes)
        {
            Interlocked.Decrement(ref _waiting);
            return Compiled.Refused("Too many texts are waiting for the compiler. Type on in a moment.");
        }

        try
        {
            var process = await _free.Reader.ReadAsync(cancellation);
            return await Use(process, text, cancellation).WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public static Compiled TooLong(int length) => Compiled.Refused($"{length:N0} characters are more than the {Limits.Text:N0} that are compiled here.");

    public override void Dispose()
    {
        while (_free.Reader.TryRead(out var process))
        {
            process.Dispose();
        }

        _places.Dispose();
        base.Dispose();
    }

    /// <summary>Keeps as many processes as there are places; all start at once.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await _places.WaitAsync(stoppingToken);
            _ = Start(stoppingToken);
        }
    }

    private async Task Start(CancellationToken stopping)
    {
        try
        {
            await _free.Writer.WriteAsync(await CompilerProcess.Start(stopping), stopping);
            if (Interlocked.Increment(ref _started) == Limits.Processes)
            {
                _warm.SetResult();
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            NotStarted(failure);
            await Task.Delay(Limits.Time, stopping);
            _places.Release();
        }
    }

    private async Task<Compiled> Use(CompilerProcess process, string text, CancellationToken cancellation)
    {
        var compiled = await process.Compile(text, cancellation);
        if (process.IsAlive)
        {
            _free.Writer.TryWrite(process);
        }
        else
        {
            process.Dispose();
            _places.Release();
        }

        return compiled;
    }

    [LoggerMessage(LogLevel.Error, "A process that compiles could not be started.")]
    private partial void NotStarted(Exception failure);
}
