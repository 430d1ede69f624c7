using System;
using System.Diagnostics;
using System.IO;
using System.Threading;

namespace SoftKernels.Benchmarks.Pay;

/// <summary>A compiler server of our own, which no other build uses and which ends with this object.</summary>
internal sealed class CompilerServer : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly string _pipe = $"softkernels-{Guid.NewGuid():N}";
    private readonly Process _server;

    public CompilerServer()
    {
        _server = Compiler.Start("VBCSCompiler.dll", $"-pipename:{_pipe}");

        // A client that finds no server would start another.
        Thread.Sleep(TimeSpan.FromSeconds(1));
    }

    /// <summary>What the server took for it, and what the client waited.</summary>
    public CompilerRun Compile(string folder, params string[] options)
    {
        TimeSpan before = ProcessorTime();
        CompilerRun run = Compiler.Compile(folder, [.. options, $"/shared:{_pipe}"]);
        TimeSpan processor = ProcessorTime() - before;
        return processor > run.Processor / 10
            ? run with { Processor = processor }
            : throw new InvalidOperationException("The server did not compile.");
    }

    public void Dispose()
    {
        using (Process client = Compiler.Start("VBCSCompiler.dll", $"-pipename:{_pipe}", "-shutdown"))
        {
            client.WaitForExit();
        }

        if (!_server.WaitForExit(s_patience))
        {
            _server.Kill();
        }

        _server.Dispose();
    }

    private TimeSpan ProcessorTime()
    {
        _server.Refresh();
        return _server.HasExited ? throw new InvalidDataException("The server ended.") : _server.TotalProcessorTime;
    }
}
