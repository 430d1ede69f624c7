using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace SoftKernels.Generator.Tests.Harness;

/// <summary>What the steps of a pipeline hold on to between runs.</summary>
internal static class CachedValues
{
    public static IEnumerable<object> Of(GeneratorRunResult result, string step) =>
        result.TrackedSteps.GetValueOrDefault(step, []).SelectMany(run => run.Outputs).Select(output => output.Value);

    /// <summary>Walks every value of the named steps, and all that it holds.</summary>
    public static void AssertFreeOfSymbols(GeneratorRunResult result, IEnumerable<string> steps) =>
        Assert.All(steps, step => Assert.All(Of(result, step), value => Assert.Null(SymbolSearch.Find(value, mayHoldTrees: step == TrackingNames.Declarations))));
}
