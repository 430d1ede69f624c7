using System;

namespace SoftKernels.Benchmarks.Measuring;

/// <summary>Something that can be timed: one pass handles so many rows.</summary>
/// <param name="Rival">Null for the generated methods.</param>
/// <param name="Rows">The rows of a pass.</param>
/// <param name="Pass">Handles them.</param>
/// <param name="Release">Frees what it holds.</param>
internal sealed record Contender(Rival? Rival, int Rows, Action Pass, Action? Release = null) : IDisposable
{
    public void Dispose() => Release?.Invoke();
}
