using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SoftKernels.Browser.Tests.Playground;

/// <summary>Why softmax is called softmax, as a user sees it.</summary>
public class SoftmaxPageTests(Browser browser, PlaygroundSite site)
{
    [BrowserFact]
    public async Task A_dragged_bar_moves_the_probabilities_to_the_librarys()
    {
        await using var watched = await browser.Open(site.Address);
        var page = watched.Page;
        await page.OpenInteractive("/softmax");
        var bar = page.GetByRole(AriaRole.Slider, new() { Name = "Logit 2" });
        await bar.ScrollIntoViewIfNeededAsync();
        var box = (await bar.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + 100);
        await page.Mouse.DownAsync();

        // Beyond the bar's side it is still held.
        await page.Mouse.MoveAsync(box.X + (box.Width * 3), box.Y + 60, new MouseMoveOptions { Steps = 5 });
        await page.Mouse.MoveAsync(box.X + (box.Width * 3), box.Y + 11, new MouseMoveOptions { Steps = 5 });
        await page.Mouse.UpAsync();
        await Expect(bar).ToHaveAttributeAsync("aria-valuenow", "5.4");
        await Same(page, [1, 5.4f, 4, 3.5f, -0.5f], 1);

        await page.Mouse.MoveAsync(box.X + (box.Width * 3), box.Y + 200);
        await Expect(bar).ToHaveAttributeAsync("aria-valuenow", "5.4");
    }

    [BrowserFact]
    public async Task The_temperature_at_0_gives_the_one_hot_argmax_and_the_max()
    {
        await using var watched = await browser.Open(site.Address);
        var page = watched.Page;
        await page.OpenInteractive("/softmax");
        var temperature = page.GetByRole(AriaRole.Slider, new() { Name = "Temperature" });
        await temperature.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Expect(page.Locator("#tau")).ToHaveTextAsync("0");
        await Expect(page.Locator("#results td.softmax")).ToHaveTextAsync(["0", "0", "1", "0", "0"]);
        await Expect(page.Locator("#lse")).ToHaveTextAsync("4");
        await Expect(page.Locator("#max")).ToHaveTextAsync("4");

        await page.Keyboard.PressAsync("End");
        await Expect(page.Locator("#tau")).ToHaveTextAsync("10");
        await Same(page, [1, 2, 4, 3.5f, -0.5f], 10);
    }

    [BrowserFact]
    public async Task The_unstable_formula_shows_NaN_and_its_bits()
    {
        await using var watched = await browser.Open(site.Address);
        var page = watched.Page;
        await page.OpenInteractive("/softmax");
        await page.GetByRole(AriaRole.Button, new() { Name = "89 and 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Switch, new() { Name = "Unstable formula" }).CheckAsync();

        await Expect(page.Locator("#results td.textbook")).ToHaveTextAsync(["NaN", "0"]);
        await Expect(page.Locator("#results tbody tr").First).ToContainTextAsync("0xFFC00000");
        await Same(page, [89, 1], 1);

        // The last logit that exp holds.
        await page.GetByRole(AriaRole.Slider, new() { Name = "Logit 1" }).PressAsync("ArrowDown");
        await Expect(page.Locator("#results td.textbook").First).ToHaveTextAsync("1");
    }

    [BrowserFact]
    public async Task The_keyboard_alone_moves_bars_and_changes_how_many_there_are()
    {
        await using var watched = await browser.Open(site.Address);
        var page = watched.Page;
        await page.OpenInteractive("/softmax");
        await page.GetByLabel("Bars").FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Expect(page.Locator(".logit")).ToHaveCountAsync(2);
        for (var i = 0; i < 8 && await page.EvaluateAsync<string>("() => document.activeElement.ariaLabel ?? ''") != "Logit 1"; i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("PageUp");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.GetByRole(AriaRole.Slider, new() { Name = "Logit 1" })).ToHaveAttributeAsync("aria-valuenow", "2.1");
        await Same(page, [2.1f, 1.9f], 1);
    }

    /// <summary>The bits that are shown are those of the library.</summary>
    private static async Task Same(IPage page, float[] logits, float temperature)
    {
        var expected = new float[logits.Length];
        SoftMath.Softmax(logits, temperature, expected);
        await Expect(page.Locator("#results tbody td:nth-child(3)")).ToHaveTextAsync(expected.Select(share => $"0x{BitConverter.SingleToUInt32Bits(share):X8}"));
        Assert.Equal(SoftMath.LogSumExp(logits, temperature), float.Parse(await page.Locator("#lse").InnerTextAsync(), CultureInfo.InvariantCulture), 1e-4f);
    }
}
