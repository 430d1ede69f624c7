using System;
using System.Collections.Generic;
using System.Linq;

namespace Experts;

/// <summary>How many tokens come to each expert, as a multiple of the fair share, which is 1.</summary>
internal sealed class Load
{
    private readonly double[] _shares;

    public Load(Layer layer, Choice choice)
    {
        var counts = new int[layer.Experts];
        foreach (var expert in choice.Experts)
        {
            counts[expert]++;
        }

        _shares = [.. counts.Select(count => (double)count * layer.Experts / choice.Experts.Length)];
    }

    public int Busiest => Array.IndexOf(_shares, Highest);

    public int Idlest => Array.IndexOf(_shares, Lowest);

    public double Highest => _shares.Max();

    public double Lowest => _shares.Min();

    public double Deviation => Math.Sqrt(_shares.Average(share => (share - 1) * (share - 1)));

    /// <summary>The busiest first.</summary>
    public IEnumerable<double> Sorted => _shares.OrderDescending();
}
