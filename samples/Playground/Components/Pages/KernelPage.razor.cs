using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BlazorMonaco.Editor;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Playground.Kernel;
using Playground.Rules;
using Playground.Safety;

namespace Playground.Components.Pages;

/// <summary>Attribute to source: what is typed goes to the compiler when typing pauses, and is given up when it goes on.</summary>
public sealed partial class KernelPage
{
    private const string TypedId = "typed";
    private const string GeneratedId = "generated";

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(300);

    private readonly DotNetObjectReference<KernelPage> _self;
    private CancellationTokenSource _cancellation = new();
    private Compiled? _compiled;
    private int _file;
    private int _example;
    private int _editors = 2;
    private bool _isLoaded;
    private bool _isReady;
    private bool _isBusy = true;

    public KernelPage() => _self = DotNetObjectReference.Create(this);

    /// <summary>What is being compiled is no longer what stands there.</summary>
    [JSInvokable]
    public Task Typing() => _cancellation.CancelAsync();

    [JSInvokable]
    public async Task TypedTooMuch(int length)
    {
        await Typing();
        await Tell(CompilerPool.TooLong(length));
    }

    [JSInvokable]
    public async Task Typed(string text)
    {
        CancellationTokenSource current = new();
        var cancellation = current.Token;
        var before = Interlocked.Exchange(ref _cancellation, current);
        await before.CancelAsync();
        before.Dispose();
        _isBusy = true;
        StateHasChanged();
        try
        {
            var compiled = await Compiler.Compile(text, cancellation);
            if (!cancellation.IsCancellationRequested)
            {
                await Tell(compiled);
            }
        }
        catch (OperationCanceledException)
        {
            // The next text is on its way.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _cancellation.CancelAsync();
        _cancellation.Dispose();
        _self.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Script.InvokeVoidAsync("playground.load");
            await Script.InvokeVoidAsync("playground.suggest", Completions.All);
            _isLoaded = true;
            StateHasChanged();
        }
    }

    private static StandaloneEditorConstructionOptions Options(string text, bool isReadOnly) => new()
    {
        Value = text,
        Language = "csharp",
        ReadOnly = isReadOnly,
        AriaLabel = isReadOnly ? "Generated source, read-only" : "Your C#",
        AutomaticLayout = true,
        ScrollBeyondLastLine = false,
        Minimap = new EditorMinimapOptions { Enabled = false },
        FontSize = 13,
        LineNumbersMinChars = 3,
        FixedOverflowWidgets = true,
        RenderLineHighlight = "none",
        Folding = true,
        ShowFoldingControls = "always",
        Scrollbar = new EditorScrollbarOptions { AlwaysConsumeMouseWheel = false },
    };

    private static string Kilobytes(Compiled compiled) =>
        (compiled.Files.Sum(file => Encoding.UTF8.GetByteCount(file.Text)) / 1024.0).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Widths(Compiled compiled)
    {
        var widths = compiled.Files.SelectMany(file => file.Methods).SelectMany(method => method.Widths).Distinct().OrderDescending();
        return string.Join(", ", widths.Select(width => $"{width} bits").DefaultIfEmpty("any width, in the library's loops"));
    }

    private async Task Initialized()
    {
        if (--_editors > 0)
        {
            return;
        }

        await Script.InvokeVoidAsync("playground.watch", TypedId, _self, s_pause.TotalMilliseconds, Limits.Text);
        _isReady = true;
        await Typed(Examples.First.Text);
    }

    private async Task Choose(ChangeEventArgs change)
    {
        _example = int.Parse((string)change.Value!, CultureInfo.InvariantCulture);
        await Replace(Examples.All[_example].Text);
    }

    private async Task Replace(string text) => await Script.InvokeVoidAsync("playground.replace", TypedId, text);

    private async Task Reveal(string editor, int line, int column) => await Script.InvokeVoidAsync("playground.reveal", editor, line, column);

    private async Task Tell(Compiled compiled)
    {
        _compiled = compiled;
        _isBusy = false;
        StateHasChanged();
        await Script.InvokeVoidAsync("playground.mark", TypedId, compiled.Findings.Select(Marker));
        await ShowFile(0);
    }

    private async Task ShowFile(int index)
    {
        _file = index;
        var file = _compiled!.Files.ElementAtOrDefault(index) ?? new GeneratedFile("", "", []);
        var isCut = file.Text.Length > Limits.Shown;
        var text = isCut ? $"{file.Text.AsSpan(0, Limits.Shown)}\n// … and {file.Text.Length - Limits.Shown:N0} characters more, which are not shown here." : file.Text;

        // Of the methods one stays open: the first that has something to show for registers.
        var open = file.Methods.FirstOrDefault(method => method.Widths.Count > 0)?.SignatureLine ?? 0;
        await Script.InvokeVoidAsync("playground.show", GeneratedId, text, Folds(file), open);
    }

    /// <summary>Of each method two lines remain: the first of what it says of itself, and its signature.</summary>
    private static IEnumerable<object> Folds(GeneratedFile file)
    {
        foreach (var method in file.Methods)
        {
            if (method.FirstLine < method.SignatureLine - 1)
            {
                yield return new { start = method.FirstLine, end = method.SignatureLine - 1 };
            }

            if (method.SignatureLine < method.LastLine)
            {
                yield return new { start = method.SignatureLine, end = method.LastLine };
            }
        }
    }

    private static object Marker(Finding finding) => new
    {
        id = finding.Id,
        severity = (int)finding.Severity,
        message = finding.Message,
        line = finding.Line,
        column = finding.Column,
        endLine = finding.EndLine,
        endColumn = finding.EndColumn,
        address = RulePages.AddressOf(finding.Id),
    };
}
