using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace SoftKernels.Browser.Tests.Site;

/// <summary>The documentation site as docs/site.sh has built it. No server is asked: the test answers with its files, and nothing else is there to be had.</summary>
internal static class BuiltSite
{
    /// <summary>Set by tests/browser.sh to the folder that it has just built: an old one proves nothing.</summary>
    private const string Variable = "SOFTKERNELS_SITE";

    private const string Address = "http://localhost/";

    public static string Folder => Environment.GetEnvironmentVariable(Variable) ?? "";

    public static async Task<WatchedPage> Open(Browser browser, string path, BrowserNewContextOptions? options = null)
    {
        var watched = await browser.Open(Address, options);
        await watched.Page.Context.RouteAsync(Address + "**", Answer);
        await watched.Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        return watched;
    }

    private static Task Answer(IRoute route)
    {
        var file = Path.Combine(Folder, new Uri(route.Request.Url).AbsolutePath[1..]);
        return route.FulfillAsync(File.Exists(file) ? new() { Path = file } : new() { Status = 404 });
    }
}
