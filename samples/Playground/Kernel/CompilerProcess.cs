using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Playground.Safety;

namespace Playground.Kernel;

/// <summary>The site's end of a <see cref="CompilerHost"/>: one text at a time.</summary>
internal sealed class CompilerProcess : IDisposable
{
    public const string Argument = "compile";

    private readonly Process _process;

    private CompilerProcess(Process process) => _process = process;

    /// <summary>Whether it answers still.</summary>
    public bool IsAlive { get; private set; } = true;

    /// <summary>Starts one, and waits until it is warm.</summary>
    public static async Task<CompilerProcess> Start(CancellationToken cancellation)
    {
        // Beside this assembly, also where it is loaded by another program.
        var program = Path.Combine(AppContext.BaseDirectory, "Playground" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        ProcessStartInfo start = new(program, Argument)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOTNET_GCHeapHardLimit"] = Limits.Memory.ToString("X", CultureInfo.InvariantCulture),
                ["DOTNET_gcServer"] = "0",
                ["DOTNET_gcConcurrent"] = "0",
                // Much of a compiler that is not precompiled runs once: unlike the site, it begins with quick code.
                ["DOTNET_TC_QuickJit"] = "1",
            },
        };
        var process = Process.Start(start)!;
        // What it says when it breaks is for nobody.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        LowerPriority(process);
        CompilerProcess compiler = new(process);
        await compiler.Read(cancellation);
        return compiler;
    }

    /// <summary>Compiles a text, or says why it can't. It does not throw: where the process has ended, or had to be ended, it is no longer alive.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="cancellation">By whoever typed on.</param>
    public async Task<Compiled> Compile(string text, CancellationToken cancellation)
    {
        using CancellationTokenSource limit = new(Limits.Time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(text));
            await _process.StandardInput.FlushAsync(CancellationToken.None);
            var answer = _process.StandardOutput.ReadLineAsync(CancellationToken.None).AsTask();
            await Task.WhenAny(answer, Task.Delay(Timeout.Infinite, both.Token));
            if (!answer.IsCompleted)
            {
                await _process.StandardInput.WriteLineAsync();
                await _process.StandardInput.FlushAsync(CancellationToken.None);
                await Task.WhenAny(answer, Task.Delay(Limits.Grace, CancellationToken.None));
                if (!answer.IsCompleted)
                {
                    End();
                }
            }

            if (limit.IsCancellationRequested)
            {
                return Compiled.Refused($"The compiler was stopped after {Limits.Time.TotalSeconds:0} seconds.");
            }

            if (IsAlive && await answer is { } line)
            {
                return JsonSerializer.Deserialize<Compiled>(line)!;
            }
        }
        catch (IOException)
        {
            // It has ended before it could be written to.
        }

        End();
        return Compiled.Refused("The compiler gave up: this text needs more stack or memory than it gets here.");
    }

    public void Dispose()
    {
        End();
        _process.Dispose();
    }

    private static void LowerPriority(Process process)
    {
        try
        {
            // Pages answer before texts are compiled.
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception failure) when (failure is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // Not everybody may: then they compete.
        }
    }

    private async Task Read(CancellationToken cancellation)
    {
        try
        {
            if (await _process.StandardOutput.ReadLineAsync(cancellation) != "ready")
            {
                throw new InvalidOperationException("The process that compiles does not start.");
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private void End()
    {
        IsAlive = false;
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }
}
