using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace Shards;

/// <summary>The silos beside this process: the same program, told to join. They end with it, even if it is killed, for they watch it.</summary>
internal sealed class SiloProcesses : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly List<Process> _processes = [];

    public static SiloProcesses Start(int count, IPEndPoint redis)
    {
        SiloProcesses silos = new();
        for (var silo = 0; silo < count; silo++)
        {
            string[] arguments = ["--join", $"{redis}", "--parent", $"{Environment.ProcessId}"];

            // Under 'dotnet Shards.dll' the program is dotnet, and the assembly its first argument.
            var program = Environment.ProcessPath!;
            var process = Process.Start(new ProcessStartInfo(
                program,
                System.IO.Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(SiloProcesses).Assembly.Location, .. arguments] : arguments))!;
            silos._processes.Add(process);
            Console.Error.WriteLine($"Silo {silo + 2}: process {process.Id}.");
        }

        return silos;
    }

    /// <summary>Until there are so many silos, those that were started among them.</summary>
    public async Task WaitFor(Func<int> joined, int wanted, CancellationToken cancellation)
    {
        for (var clock = Stopwatch.StartNew(); joined() < wanted;)
        {
            if (_processes.FirstOrDefault(process => process.HasExited) is { } gone)
            {
                throw new SearchException($"The silo of process {gone.Id} has ended before it had joined, with exit code {gone.ExitCode}.");
            }

            if (clock.Elapsed > s_patience)
            {
                throw new SearchException($"{joined()} of {wanted} silos have joined within {s_patience.TotalSeconds:0} s.");
            }

            await Task.Delay(100, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }

        foreach (var process in _processes)
        {
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
