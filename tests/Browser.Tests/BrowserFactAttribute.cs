using System;
using System.Runtime.CompilerServices;
using Xunit;

namespace SoftKernels.Browser.Tests;

/// <summary>A fact about pages, seen in a browser. A plain <c>dotnet test</c> skips it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Skip = Browser.SkipReason;
        SkipUnless = nameof(Browser.IsThere);
        SkipType = typeof(Browser);
    }
}

/// <summary>The same of several.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Skip = Browser.SkipReason;
        SkipUnless = nameof(Browser.IsThere);
        SkipType = typeof(Browser);
    }
}
