using System;
using System.Collections.Generic;
using System.Globalization;
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
        _text = Row.Text(Row.Drawn(_size, _spread));
        return Judge();
    }

    private async Task Judge()
    {
        _times = null;
        _judgement = null;
        _refusal = Row.TryRead(_text, IsDouble, out _row);
        if (_refusal is null)
        {
            // The reference of doubles takes a while, and other visitors the thread.
            var (operation, row, isDouble) = (Operation.All[_operation], _row, IsDouble);
            _judgement = await Task.Run(() => Judgement.Of(operation, row, isDouble));
        }
    }

    private async Task Race()
    {
        _isRacing = true;
        _busy = false;
        try
        {
            _times = await Stopwatches.Race(Operation.All[_operation], _row, IsDouble, _gone.Token);
            _busy = _times is null;
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
