using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoftKernels.Browser.Tests.Playground;

/// <summary>Numbers beside their reference, and the chart of times, as a user sees them.</summary>
public class NumbersPageTests(Browser browser, PlaygroundSite site)
{
    [BrowserFact]
    public async Task A_pasted_row_is_judged()
    {
        await using var watched = await browser.Open(site.Address);
        var page = watched.Page;
        await page.OpenInteractive("/numbers");
        var row = page.GetByLabel("Row", new() { Exact = false }).Last;
        await row.FillAsync("89, 1");
        await row.PressAsync("Tab");
        await Expect(page.Locator("#judgement tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator("#judgement tfoot")).ToContainTextAsync(new Regex(@"largest error of 2\s+0\.\d\d\s+∞\s+"));

        await row.FillAsync("89, one");
        await row.PressAsync("Tab");
        await Expect(page.Locator("p.refusal")).ToHaveTextAsync("'one' is no number.");
    }

    [BrowserFact]
    public async Task A_race_is_drawn_as_a_chart()
    {
        await using var watched = await browser.Open(site.Address);
        var page = watched.Page;
        await page.OpenInteractive("/numbers");
        await page.GetByLabel("Operation").SelectOptionAsync(new SelectOptionValue { Label = "LogSumExp" });
        await page.GetByLabel("Type").SelectOptionAsync("double");
        await page.GetByLabel("Size").SelectOptionAsync("64");
        await Expect(page.Locator("#judgement tfoot")).ToContainTextAsync(new Regex(@"largest error of 1\s"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Time them" }).ClickAsync();
        await Expect(page.Locator(".times .bars .point")).ToHaveCountAsync(3);
        await Expect(page.Locator(".times")).ToHaveAttributeAsync("aria-label", new Regex(@"SoftKernels: [\d.]+ .s, TensorPrimitives: .*, stable composition: "));
    }
}
