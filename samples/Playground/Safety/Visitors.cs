using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Playground.Safety;

/// <summary>How many have a page open.</summary>
internal sealed class Visitors
{
    private int _count;

    /// <summary>Whether there is room for one more, who then has it.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _count) <= Limits.Visitors)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _count);
}

/// <summary>One of them: admitted when the page becomes interactive, until it is closed.</summary>
internal sealed class Visitor(Visitors visitors) : CircuitHandler
{
    private bool _hasEntered;

    public bool IsRefused { get; private set; }

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _hasEntered = visitors.TryEnter();
        IsRefused = !_hasEntered;
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_hasEntered)
        {
            visitors.Leave();
        }

        return Task.CompletedTask;
    }
}
