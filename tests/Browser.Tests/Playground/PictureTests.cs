using System;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SoftKernels.Browser.Tests.Playground;

/// <summary>The pages' pictures, light and dark, for the READMEs: taken on every run, and kept where <c>tests/browser.sh pictures</c> asks for them.</summary>
public class PictureTests(Browser browser, PlaygroundSite site)
{
    private const int MostBytes = 250 << 10;

    private static readonly bool s_areKept = Environment.GetEnvironmentVariable("SOFTKERNELS_PICTURES") == "1";

    [BrowserTheory]
    [InlineData("kernel", 560, ColorScheme.Light)]
    [InlineData("kernel", 560, ColorScheme.Dark)]
    [InlineData("softmax", 1010, ColorScheme.Light)]
    [InlineData("softmax", 1010, ColorScheme.Dark)]
    [InlineData("numbers", 1170, ColorScheme.Light)]
    [InlineData("numbers", 1170, ColorScheme.Dark)]
    public async Task A_part_of_the_page_is_pictured(string part, int height, ColorScheme scheme)
    {
        await using var watched = await browser.Open(site.Address, new() { ColorScheme = scheme, ViewportSize = new() { Width = 1280, Height = height } });
        await Show(watched.Page, part);
        var picture = await watched.Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide, FullPage = part == "kernel" });
        if (s_areKept)
        {
            Assert.InRange(picture.Length, 10 << 10, MostBytes);
            await File.WriteAllBytesAsync(Path.Combine(PlaygroundSite.Root, "docs", "images", $"playground-{part}-{scheme.ToString().ToLowerInvariant()}.png"), picture);
        }
    }

    private static async Task Show(IPage page, string part)
    {
        switch (part)
        {
            case "kernel":
                await page.OpenKernel();
                await page.GetByLabel("Example").SelectOptionAsync(new SelectOptionValue { Label = "A call that is sure to throw (SK1001)" });
                await Expect(page.Locator(".finding")).ToBeVisibleAsync();
                await Expect(page.Locator("#generated .view-lines")).ToContainTextAsync("Softmax10Core");
                break;
            case "softmax":
                await page.OpenInteractive("/softmax");
                await page.GetByRole(AriaRole.Slider, new() { Name = "Temperature" }).FocusAsync();
                await page.Keyboard.PressAsync("PageDown");
                await Expect(page.Locator("#tau")).ToHaveTextAsync(new Regex(@"^0\.5"));
                await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).FocusAsync();
                break;
            case "numbers":
                await page.OpenInteractive("/numbers");
                var row = page.Locator("#row");
                await row.FillAsync("82, 84, 85, 86, 87, 88, 89, 89.5");
                await row.PressAsync("Tab");
                await Expect(page.Locator("#judgement tbody tr")).ToHaveCountAsync(8);
                await page.GetByRole(AriaRole.Button, new() { Name = "Time them" }).ClickAsync();
                await Expect(page.Locator(".times .bars .point")).ToHaveCountAsync(3);
                await page.EvaluateAsync("() => scrollTo(0, 0)");
                break;
        }
    }
}
