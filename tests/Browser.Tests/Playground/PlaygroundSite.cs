using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;

namespace SoftKernels.Browser.Tests.Playground;

/// <summary>The sample as users start it: a process of its own, on a free port of this machine.</summary>
public sealed class PlaygroundSite : IAsyncLifetime
{
    private static readonly string s_program = Metadata("Playground") + (OperatingSystem.IsWindows() ? ".exe" : "");

    private Process? _process;

    public static string Root { get; } = Metadata("Root");

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!Browser.IsThere)
        {
            return;
        }

        ProcessStartInfo start = new(s_program, ["--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(s_program)! };
        _process = Process.Start(start)!;
        const string Listening = "Now listening on: ";
        while (Address.Length == 0)
        {
            var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The playground does not start.");
            Address = line.Contains(Listening, StringComparison.Ordinal) ? line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim() : "";
        }

        // Whatever it says later must not fill the pipe.
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private static string Metadata(string key) => typeof(PlaygroundSite).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}

/// <summary>What a user of the playground does.</summary>
internal static class Visitor
{
    /// <summary>The first compilation waits for the compiler to be warm.</summary>
    private static readonly LocatorAssertionsToBeVisibleOptions s_soon = new() { Timeout = 120_000 };

    /// <summary>Opens the kernel page, and waits for what its first example gives.</summary>
    public static async Task OpenKernel(this IPage page)
    {
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator(".figures b").First).ToBeVisibleAsync(s_soon);
    }

    /// <summary>Opens another page, and waits until it answers.</summary>
    public static async Task OpenInteractive(this IPage page, string path)
    {
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
    }

    /// <summary>In place of what stands in the editor: typed, or pasted.</summary>
    public static async Task Write(this IPage page, string text, bool byKeys = false)
    {
        await page.Locator("#typed .view-lines").ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.PressAsync("Delete");
        if (byKeys)
        {
            await page.Keyboard.TypeAsync(text, new KeyboardTypeOptions { Delay = 15 });
        }
        else
        {
            await page.EvaluateAsync("text => blazorMonaco.editor.getEditor('typed').trigger('test', 'paste', { text })", text);
        }
    }

    public static Task<string> TextOf(this IPage page, string editor) =>
        page.EvaluateAsync<string>("id => blazorMonaco.editor.getEditor(id).getValue()", editor);
}
