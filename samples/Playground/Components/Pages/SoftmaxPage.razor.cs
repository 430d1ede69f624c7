using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.AspNetCore.Components;
using Playground.Softmax;

namespace Playground.Components.Pages;

/// <summary>The soft beside the hard, while logits and temperature move.</summary>
public sealed partial class SoftmaxPage
{
    private static readonly float[] s_article = [1, 2, 4, 3.5f, -0.5f];

    private float[] _logits = [.. s_article];
    private LogitScale _scale = LogitScale.Near;
    private int _position = TemperatureScale.PositionOf(1);
    private float _temperature = 1;
    private Shares _shares = Shares.Of(s_article, 1);
    private Textbook _textbook = Textbook.Of(s_article, 1);
    private bool _isTextbook;

    /// <summary>Of the second chart: a little above its curve's right end.</summary>
    private double Highest => Math.Max(3.5, Math.Ceiling(Curves.LogSumExp(_temperature).Last().Y + 0.2));

    private string Diagnosis => _textbook.Quotients.Any(float.IsNaN)
        ? $"Here it breaks: the sum of the exponentials is {Shown.Number(_textbook.Sum)}."
        : $"Here it does not break yet: the sum of the exponentials is {Shown.Number(_textbook.Sum)}, and floats end at {Shown.Number(float.MaxValue)}.";

    private string Level(float value) => Shown.Css(_scale.Of(value));

    private void Heat(ChangeEventArgs change)
    {
        _position = int.Parse((string)change.Value!, CultureInfo.InvariantCulture);
        _temperature = TemperatureScale.At(_position);
        Compute();
    }

    private void Resize(ChangeEventArgs change)
    {
        // Browsers may send what no list offers.
        var count = Math.Clamp(int.Parse((string)change.Value!, CultureInfo.InvariantCulture), Bars.Fewest, Bars.Most);
        Set(_scale, _logits.Concat(Enumerable.Repeat(0f, count)).Take(count));
    }

    private void Move(int index, float logit)
    {
        _logits[index] = logit;
        Compute();
    }

    private void Set(LogitScale scale, IEnumerable<float> logits)
    {
        _scale = scale;
        _logits = [.. logits];
        Compute();
    }

    private void Compute()
    {
        _shares = Shares.Of(_logits, _temperature);
        _textbook = Textbook.Of(_logits, _temperature);
    }
}
