using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;

namespace SoftKernels.Browser.Tests.Site;

/// <summary>The site as a reader sees it. What goes wrong in a page, and what it asks of other hosts, a watched page notices.</summary>
public sealed partial class SiteTests(Browser browser)
{
    /// <summary>One page of each kind, and the widest of them.</summary>
    public static MatrixTheoryData<string, int, ColorScheme> Views { get; } = new(
        ["index.html", "docs/operations.html", "docs/performance.html", "docs/performance/Vector512.html", "docs/accuracy.html", "docs/rules/SK2002.html", "api/SoftKernels.SoftMath.html", "samples/README.html"],
        [1280, 360],
        [ColorScheme.Light, ColorScheme.Dark]);

    /// <summary>What stands out of the window, for the failure to say.</summary>
    private const string Widest = """
        [...document.querySelectorAll('body *')]
            .filter(element => element.getBoundingClientRect().right > innerWidth && !element.closest('pre, .table-responsive'))
            .map(element => `${Math.round(element.getBoundingClientRect().right)}: ${element.outerHTML.slice(0, 200)}`)
        """;

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public async Task A_page_fits_the_window_and_is_light_or_dark_as_its_reader_wants(string page, int width, ColorScheme colours)
    {
        await using var watched = await BuiltSite.Open(browser, page, new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = colours });
        await Assertions.Expect(watched.Page.Locator("article h1")).Not.ToHaveCountAsync(0);
        if (await watched.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
        {
            Assert.Fail(string.Join('\n', await watched.Page.EvaluateAsync<string[]>(Widest)));
        }

        var background = await watched.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        Assert.Equal(colours == ColorScheme.Dark, int.Parse(Number().Match(background).Value, CultureInfo.InvariantCulture) < 128);
    }

    [BrowserFact]
    public async Task Formulas_are_set()
    {
        await using var watched = await BuiltSite.Open(browser, "docs/operations.html");
        var formulas = watched.Page.Locator("article .math");
        Assert.InRange(await formulas.CountAsync(), 8, 100);
        await Assertions.Expect(watched.Page.Locator("article .math mjx-container svg")).ToHaveCountAsync(await formulas.CountAsync());
        await Assertions.Expect(watched.Page.Locator("article .math").First).Not.ToContainTextAsync("\\");
        Assert.Equal(0, await watched.Page.Locator("[data-mml-node=merror]").CountAsync());
    }

    [BrowserFact]
    public async Task Search_finds_an_operation()
    {
        await using var watched = await BuiltSite.Open(browser, "index.html");
        await watched.Page.Locator("#search-query").FillAsync("LogSumExp");
        var result = watched.Page.Locator("#search-results .sr-item a", new() { HasText = "LogSumExp" }).First;
        await Assertions.Expect(result).ToBeVisibleAsync();
        var found = await watched.Page.RunAndWaitForPopupAsync(() => result.ClickAsync());
        await Assertions.Expect(found.Locator("article h1").First).ToContainTextAsync("LogSumExp");
    }

    [BrowserFact]
    public async Task A_reader_gets_from_the_first_page_to_the_guides_and_back()
    {
        await using var watched = await BuiltSite.Open(browser, "index.html");
        await watched.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Guides" }).First.ClickAsync();
        await watched.Page.Locator("#toc").GetByRole(AriaRole.Link, new() { Name = "Getting started" }).ClickAsync();
        await Assertions.Expect(watched.Page.Locator("article h1")).ToHaveTextAsync("Getting started");
        await watched.Page.GetByRole(AriaRole.Link, new() { Name = "SoftKernels" }).First.ClickAsync();
        await Assertions.Expect(watched.Page).ToHaveURLAsync("http://localhost/index.html");
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
