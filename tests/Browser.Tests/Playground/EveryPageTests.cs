using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace SoftKernels.Browser.Tests.Playground;

/// <summary>What holds of all pages: nothing from elsewhere, room on a small screen, and no barrier. Watched pages tell of errors and of what is forbidden.</summary>
public class EveryPageTests(Browser browser, PlaygroundSite site)
{
    public static TheoryData<string> Pages => ["/", "/softmax", "/numbers", "/rules", "/rules/SK2001"];

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_into_360_pixels(string path)
    {
        await using var watched = await browser.Open(site.Address, new() { ViewportSize = new() { Width = 360, Height = 740 } });
        await Show(watched.Page, path);
        Assert.Equal(360, await watched.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_barrier_that_axe_finds_in_light_and_dark(string path)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var watched = await browser.Open(site.Address, new() { ColorScheme = scheme });
            await Show(watched.Page, path);
            var violations = (await watched.Page.RunAxe()).Violations;
            Assert.True(violations.Length == 0, string.Join('\n', violations.SelectMany(violation => violation.Nodes.Select(node => $"{scheme} {violation.Id}: {node.Html} {string.Join(" ", node.Any.Select(check => check.Message))}"))));
        }
    }

    [BrowserFact]
    public async Task Pages_forbid_other_hosts_and_unknown_pages_say_so()
    {
        using HttpClient client = new() { BaseAddress = new(site.Address) };
        using var home = await client.GetAsync("/");
        var policy = Assert.Single(home.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; ", policy);
        Assert.DoesNotContain("http", policy);
        Assert.DoesNotContain("*", policy);
        Assert.DoesNotContain("unsafe-eval", policy);

        using var missing = await client.GetAsync("/rules/SK9999");
        Assert.Equal(404, (int)missing.StatusCode);
        Assert.Contains("There is no such page", await missing.Content.ReadAsStringAsync());
    }

    /// <summary>With all that it can show.</summary>
    private static async Task Show(IPage page, string path)
    {
        if (path == "/")
        {
            await page.OpenKernel();
            await page.GetByLabel("Example").SelectOptionAsync(new SelectOptionValue { Label = "A call that is sure to throw (SK1001)" });
            await Assertions.Expect(page.Locator(".finding")).ToBeVisibleAsync();
            await page.GetByText("Methods and their registers").ClickAsync();
            return;
        }

        await page.OpenInteractive(path);
        if (path == "/softmax")
        {
            await page.GetByRole(AriaRole.Switch).CheckAsync();
        }
        else if (path == "/numbers")
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Time them" }).ClickAsync();
            await Assertions.Expect(page.Locator(".times .bars .point")).ToHaveCountAsync(3);
        }
    }
}
