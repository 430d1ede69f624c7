namespace Shards;

/// <summary>Whether all silos have joined and all items are loaded: a query before would have them loaded where there are silos by then.</summary>
internal sealed class Readiness
{
    private volatile bool _isReady;

    public void Loaded() => _isReady = true;

    /// <exception cref="SearchException">Not yet.</exception>
    public void Check()
    {
        if (!_isReady)
        {
            throw new SearchException("Items are still being loaded.");
        }
    }
}
