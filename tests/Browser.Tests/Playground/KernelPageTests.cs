using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Playground.Kernel;
using Playground.Safety;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SoftKernels.Browser.Tests.Playground;

/// <summary>Attribute to source, as a user sees it.</summary>
public class KernelPageTests(Browser browser, PlaygroundSite site)
{
    [BrowserFact]
    public async Task Who_types_an_attribute_sees_its_methods()
    {
        await using var watched = await browser.Open(site.Address);
        var page = watched.Page;
        await page.OpenKernel();
        await page.Write("using SoftKernels;\n[SoftKernel(7)]\npartial class Days;", byKeys: true);

        await Expect(page.Locator("#generated .view-lines")).ToContainTextAsync("Softmax7");
        Assert.Contains("public static void Softmax7Rows(", await page.TextOf("generated"));
        await Expect(page.Locator(".figures")).ToContainTextAsync(new Regex(@"\d+ methods\s+\d+\.\d KB of source\s+in \d+\.\d ms\s+for registers of (512 bits, )?256 bits, 128 bits"));
        await Expect(page.Locator(".findings .none")).ToBeVisibleAsync();

        await page.Write("using SoftKernels;\n[SoftKernel(10)]\npartial class Digits;");
        await Expect(page.Locator("#generated .view-lines")).ToContainTextAsync("Softmax10");
    }

    [BrowserFact]
    public async Task Methods_are_folded_and_a_list_of_them_leads_into_the_source()
    {
        await using var watched = await browser.Open(site.Address);
        var page = watched.Page;
        await page.OpenKernel();
        await Expect(page.Locator("#generated .view-lines")).ToContainTextAsync("// 1 register of 8, and 1 that overlaps.");
        await Expect(page.Locator("#generated .view-lines")).Not.ToContainTextAsync("<param");

        await page.GetByText("Methods and their registers").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("LogSumExp10Core") }).ClickAsync();
        await Expect(page.Locator("#generated .view-lines")).ToContainTextAsync("LogSumExp10Core(");
    }

    [BrowserFact]
    public async Task A_mistake_is_underlined_listed_explained_and_mended()
    {
        await using var watched = await browser.Open(site.Address);
        var page = watched.Page;
        await page.OpenKernel();
        await page.Write("using SoftKernels;\n[SoftKernel(10)]\npublic static class Digits;");

        var finding = page.Locator(".finding");
        await Expect(finding).ToContainTextAsync("SK0001");
        await Expect(page.Locator("#typed .squiggly-error")).ToBeVisibleAsync();
        var popup = await page.RunAndWaitForPopupAsync(() => finding.GetByRole(AriaRole.Link, new() { Name = "SK0001" }).ClickAsync());
        await Expect(popup.Locator("h1")).ToHaveTextAsync("SK0001: the annotated type is not partial");
        await popup.CloseAsync();

        await finding.GetByRole(AriaRole.Button, new() { Name = "Make the type partial" }).ClickAsync();
        await Expect(page.Locator(".findings .none")).ToBeVisibleAsync();
        Assert.Equal("using SoftKernels;\n[SoftKernel(10)]\npublic static partial class Digits;", await page.TextOf("typed"));
        await Expect(page.Locator("#generated .view-lines")).ToContainTextAsync("Softmax10");
    }

    [BrowserFact]
    public async Task An_example_is_chosen_from_the_list_or_completed()
    {
        await using var watched = await browser.Open(site.Address);
        var page = watched.Page;
        await page.OpenKernel();
        await page.GetByLabel("Example").SelectOptionAsync(new SelectOptionValue { Label = "Temperature" });
        await Expect(page.Locator(".figures")).ToContainTextAsync("methods");
        await page.WaitForFunctionAsync("() => blazorMonaco.editor.getEditor('generated').getValue().includes('temperature')");

        await page.Write("");
        await page.Keyboard.PressAsync("Control+Space");
        await Expect(page.Locator(".suggest-widget")).ToContainTextAsync("Example: ");
        await page.Keyboard.TypeAsync("Half");
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForFunctionAsync("() => blazorMonaco.editor.getEditor('typed').getValue().includes('typeof(Half)')");
        Assert.Equal(Examples.All.Single(example => example.Title == "Half").Text, await page.TextOf("typed"));
    }

    [BrowserFact]
    public async Task The_keyboard_alone_mends_a_mistake()
    {
        await using var watched = await browser.Open(site.Address);
        var page = watched.Page;
        await page.OpenKernel();

        // The page begins at its heading; behind it is the link that skips what is above it.
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByLabel("Example")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("using SoftKernels;\n[SoftKernel(10)]\nclass Digits;", new KeyboardTypeOptions { Delay = 15 });
        await Expect(page.Locator(".finding")).ToContainTextAsync("SK0001");

        // Out of the editor, past the other one, to the fix.
        await page.Keyboard.PressAsync("Control+M");
        for (var i = 0; i < 8 && !await page.EvaluateAsync<bool>("() => document.activeElement.classList.contains('fix')"); i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".findings .none")).ToBeVisibleAsync();
        Assert.Contains("partial class Digits;", await page.TextOf("typed"));
    }

    [BrowserFact]
    public async Task A_heavy_text_gets_a_message_and_nobody_else_waits_for_it()
    {
        await using var one = await browser.Open(site.Address);
        await using var other = await browser.Open(site.Address);
        await one.Page.OpenKernel();
        await other.Page.OpenKernel();

        await one.Page.Write(HostileTexts.Endless);
        await Expect(one.Page.Locator(".figures .busy")).ToBeVisibleAsync();
        await other.Page.Write("using SoftKernels;\n[SoftKernel(12)]\npartial class Months;");
        await Expect(other.Page.Locator("#generated .view-lines")).ToContainTextAsync("Softmax12", new() { Timeout = 9_000 });
        Assert.True(await one.Page.Locator(".figures .busy").IsVisibleAsync(), "The heavy text was done before the other one: it is not heavy.");

        await Expect(one.Page.Locator(".refusal")).ToContainTextAsync("stopped after 10 seconds", new() { Timeout = 30_000 });
        await one.Page.Write("using SoftKernels;\n[SoftKernel(5)]\npartial class Five;");
        await Expect(one.Page.Locator("#generated .view-lines")).ToContainTextAsync("Softmax5", new() { Timeout = 30_000 });
    }

    [BrowserTheory]
    [InlineData("generics", "gave up")]
    [InlineData("attributes", "attributes are not compiled here")]
    public async Task A_hostile_text_gets_a_message_and_the_next_one_works(string name, string message)
    {
        await using var watched = await browser.Open(site.Address);
        var page = watched.Page;
        await page.OpenKernel();
        await page.Write(HostileTexts.All.Single(hostile => hostile.Name == name).Text);
        await Expect(page.Locator(".refusal")).ToContainTextAsync(message, new() { Timeout = 30_000 });
        await page.Write("using SoftKernels;\n[SoftKernel(5)]\npartial class Five;");
        await Expect(page.Locator("#generated .view-lines")).ToContainTextAsync("Softmax5", new() { Timeout = 60_000 });
    }

    [BrowserFact]
    public async Task A_text_that_is_too_long_is_not_even_sent()
    {
        await using var watched = await browser.Open(site.Address);
        var page = watched.Page;
        await page.OpenKernel();
        await page.EvaluateAsync("length => blazorMonaco.editor.getEditor('typed').setValue('/'.repeat(length))", 10 * Limits.Text);
        await Expect(page.Locator(".refusal")).ToContainTextAsync("200,000 characters are more than the 20,000");
    }
}
