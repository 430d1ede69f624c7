using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Playground.Numbers;

namespace Playground.Components.Pages;

/// <summary>One row, judged at once and timed when asked.</summary>
public sealed partial class NumbersPage
{
    private static readonly int[] s_sizes = [.. RowKernels.Sizes, 100, 500];

    private readonly CancellationTokenSource _gone = new();
    private int _operation;
    private int _size = 10;
    private double _spread = 1;
    private string _type = "float";
    private string _text = "";
    private double[] _row = [];
    private string? _refusal;
    private Task<Judgement?> _judged = Task.FromResult<Judgement?>(null);
    private Judgement? _judgement;
    private IReadOnlyList<double>? _times;
    private bool _isRacing;
    private bool _busy;

    private bool IsDouble => _type == "double";

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override Task OnInitializedAsync() => Draw();

    private static string Ulps(double error) => double.IsInfinity(error) ? "∞" : error.ToString(error < 1000 ? "0.00" : "0.0e+0", CultureInfo.InvariantCulture);

    private static string Grade(double error) => error switch
    {
        <= 4 => "good",
        <= 1000 => "fair",
        _ => "bad",
    };

    private Task Draw()
    {
        // Browsers may send what no list offers.
        _text = Row.Text(Row.Drawn(s_sizes.Contains(_size) ? _size : s_sizes[0], _spread));
        return Judge();
    }

    private async Task Judge()
    {
        _times = null;
        _judgement = null;
        _refusal = Row.TryRead(_text, IsDouble, out _row);
        if (_refusal is not null)
        {
            return;
        }

        // The reference of doubles takes a while, and other visitors the thread: a page has one judged at a time, and only the last row that it asks for is shown.
        var (operation, row, isDouble) = (Operation.All[_operation], _row, IsDouble);
        var before = _judged;
        await (_judged = Task.Run(async () =>
        {
            await before;
            return ReferenceEquals(row, _row) ? Judgement.Of(operation, row, isDouble) : null;
        }));
        if (ReferenceEquals(row, _row))
        {
            _judgement = await _judged;
        }
    }

    private async Task Race()
    {
        _isRacing = true;
        _busy = false;
        var row = _row;
        try
        {
            var times = await Stopwatches.Race(Operation.All[_operation], row, IsDouble, _gone.Token);
            _times = ReferenceEquals(row, _row) ? times : null;
            _busy = times is null;
        }
        catch (OperationCanceledException)
        {
            // Nobody looks any more.
        }
        finally
        {
            _isRacing = false;
        }
    }
}
