using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;

namespace SoftKernels.Browser.Tests;

/// <summary>
/// A page in which nothing may go wrong unnoticed: errors of scripts and of the console, among them what a Content-Security-Policy forbids, failed
/// requests, and requests to other hosts. When it is disposed of, the test fails if there were any.
/// </summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _troubles = new();

    internal WatchedPage(IPage page, Uri site)
    {
        Page = page;
        page.Console += (_, message) => Note(message.Type == "error", $"console: {message.Text} {message.Location}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.Response += (_, response) => Note(response.Status >= 400, $"{response.Status}: {response.Url}");
        page.Request += (_, request) => Note(!IsOf(site, request.Url), $"request: {request.Url}");
        page.WebSocket += (_, socket) => Note(!IsOf(site, socket.Url), $"socket: {socket.Url}");
    }

    public IPage Page { get; }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        Assert.True(_troubles.IsEmpty, string.Join('\n', _troubles));
    }

    /// <summary>What never leaves the browser is nobody's.</summary>
    private static bool IsOf(Uri site, string address) => new Uri(address) is var uri && (uri.Scheme is "data" or "blob" || uri.Authority == site.Authority);

    private void Note(bool isTrouble, string what)
    {
        if (isTrouble)
        {
            _troubles.Enqueue(what);
        }
    }
}
