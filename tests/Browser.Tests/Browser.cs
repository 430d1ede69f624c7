using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;

namespace SoftKernels.Browser.Tests;

/// <summary>Chromium as the machine has it, started once: nothing is downloaded. Tests of all sites take their users from here.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Set by tests/browser.sh to the browser's path.</summary>
    private const string Variable = "SOFTKERNELS_BROWSER";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static bool IsThere => File.Exists(Executable);

    /// <summary>Why tests are skipped, where they are.</summary>
    public static string SkipReason => string.IsNullOrEmpty(Executable)
        ? "Run tests/browser.sh, which starts a browser."
        : $"There is no browser at {Executable}: install chromium, or name another by {Variable}.";

    private static string? Executable => Environment.GetEnvironmentVariable(Variable);

    public async ValueTask InitializeAsync()
    {
        if (!IsThere)
        {
            return;
        }

        // A busy machine takes its time.
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            // Chromium's sandbox refuses to work for root, as whom containers run; the pages are our own.
            ChromiumSandbox = Environment.UserName != "root",
        });
    }

    /// <summary>A page of a user of its own: without cookies, history or what others have opened. It reports what goes wrong in it.</summary>
    /// <param name="address">Where relative addresses begin; nothing else may be asked for.</param>
    /// <param name="options">Size and colours of the window, if they matter.</param>
    public async Task<WatchedPage> Open(string address, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = address;
        var context = await _browser!.NewContextAsync(options);
        return new WatchedPage(await context.NewPageAsync(), new Uri(address));
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
