using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;

namespace SoftKernels.Browser.Tests;

/// <summary>That watched pages notice what they are there to notice, and only that. No server is asked: requests are answered by the test.</summary>
public class BrowserTests(Browser browser)
{
    private const string Site = "http://site.test/";

    [BrowserFact]
    public Task A_quiet_page_is_no_trouble() => Look("<title>Quiet</title><link rel=icon href=data:,><p style='color:red'>Nothing</p>");

    [BrowserTheory]
    [InlineData("<script>console.error('oh')</script>", "console: oh")]
    [InlineData("<script>throw new Error('oh')</script>", "script: ")]
    [InlineData("<img src=/missing.png>", "404: http://site.test/missing.png")]
    [InlineData("<img src=http://elsewhere.test/dot.png>", "request: http://elsewhere.test/dot.png")]
    [InlineData("<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\"><script>1</script>", "Content Security Policy")]
    public async Task A_page_with_trouble_is_noticed(string html, string trouble)
    {
        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Look($"<link rel=icon href=data:,>{html}"));
        Assert.Contains(trouble, failure.Message);
    }

    private async Task Look(string html)
    {
        await using var watched = await browser.Open(Site);
        await watched.Page.RouteAsync("**/*", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Status = route.Request.Url == Site ? 200 : 404,
            ContentType = "text/html",
            Body = route.Request.Url == Site ? html : "",
        }));
        await watched.Page.GotoAsync("/", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
    }
}
