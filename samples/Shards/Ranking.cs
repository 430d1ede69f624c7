using System.Collections.Generic;

namespace Shards;

/// <summary>The k candidates of the greatest keys, of equals the lower item: whichever come first, the same k are left, in the same order.</summary>
internal sealed class Ranking(int k)
{
    private readonly List<(double Key, Candidate Candidate)> _ranked = new(k + 1);

    public IEnumerable<Candidate> Candidates
    {
        get
        {
            foreach (var (_, candidate) in _ranked)
            {
                yield return candidate;
            }
        }
    }

    /// <summary>Below it nothing has a chance.</summary>
    public double Least => _ranked.Count < k ? double.NegativeInfinity : _ranked[^1].Key;

    public void Add(double key, Candidate candidate)
    {
        var place = _ranked.BinarySearch((key, candidate), Order.Instance);
        _ranked.Insert(place < 0 ? ~place : place, (key, candidate));
        if (_ranked.Count > k)
        {
            _ranked.RemoveAt(k);
        }
    }

    private sealed class Order : IComparer<(double Key, Candidate Candidate)>
    {
        public static readonly Order Instance = new();

        public int Compare((double Key, Candidate Candidate) x, (double Key, Candidate Candidate) y) =>
            y.Key.CompareTo(x.Key) is not 0 and var byKey ? byKey : x.Candidate.Item.CompareTo(y.Candidate.Item);
    }
}
