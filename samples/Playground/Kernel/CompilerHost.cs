using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace Playground.Kernel;

/// <summary>
/// A process that compiles what it is sent, a line of JSON a text, and answers each with a line. An empty line cancels what is being compiled.
/// It has nothing to lose: where the compiler overflows its stack or its heap, this process ends, and the site starts another.
/// </summary>
internal static class CompilerHost
{
    /// <summary>Deep texts get far, and then the compiler's own message, before the stack ends.</summary>
    private const int StackSize = 64 << 20;

    public static async Task Run(Stream input, Stream output)
    {
        using StreamReader reader = new(input);
        await using StreamWriter writer = new(output) { AutoFlush = true };
        // The first compilations take seconds, most of them in the JIT: they happen before anyone waits, and the others until someone comes.
        await CompileOnThread(Examples.First.Text, CancellationToken.None);
        await writer.WriteLineAsync("ready");
        var next = reader.ReadLineAsync();
        foreach (var example in Examples.All.TakeWhile(_ => !next.IsCompleted))
        {
            await CompileOnThread(example.Text, CancellationToken.None);
        }

        using CancellationTokenSource ended = new();
        var current = Task.CompletedTask;
        var cancellation = CancellationTokenSource.CreateLinkedTokenSource(ended.Token);
        for (; await next is { } line; next = reader.ReadLineAsync())
        {
            if (line.Length == 0)
            {
                await cancellation.CancelAsync();
                continue;
            }

            await current;
            cancellation.Dispose();
            cancellation = CancellationTokenSource.CreateLinkedTokenSource(ended.Token);
            current = Answer(JsonSerializer.Deserialize<string>(line)!, writer, cancellation.Token);
        }

        await ended.CancelAsync();
        cancellation.Dispose();
    }

    private static async Task Answer(string text, StreamWriter writer, CancellationToken cancellation)
    {
        Compiled compiled;
        try
        {
            compiled = await CompileOnThread(text, cancellation);
        }
        catch (OperationCanceledException)
        {
            compiled = Compiled.Refused("Cancelled.");
        }
        catch (InsufficientExecutionStackException)
        {
            compiled = Compiled.Refused("The text nests too deeply for the compiler.");
        }

        await writer.WriteLineAsync(JsonSerializer.Serialize(compiled));
    }

    private static Task<Compiled> CompileOnThread(string text, CancellationToken cancellation)
    {
        TaskCompletionSource<Compiled> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Thread thread = new(() => CompileNow(text, result, cancellation), StackSize) { IsBackground = true };
        thread.Start();
        return result.Task;
    }

    private static void CompileNow(string text, TaskCompletionSource<Compiled> result, CancellationToken cancellation)
    {
        try
        {
            result.SetResult(Compiler.Compile(text, cancellation).GetAwaiter().GetResult());
        }
        catch (OperationCanceledException)
        {
            result.SetCanceled(CancellationToken.None);
        }
        catch (InsufficientExecutionStackException exception)
        {
            result.SetException(exception);
        }
        catch (AggregateException exception) when (exception.Flatten().InnerException is InsufficientExecutionStackException inner)
        {
            result.SetException(inner);
        }
    }
}
