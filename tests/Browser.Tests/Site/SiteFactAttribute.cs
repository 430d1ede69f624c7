using System;
using System.IO;
using System.Runtime.CompilerServices;
using Xunit;

namespace SoftKernels.Browser.Tests.Site;

/// <summary>A fact about the site's files, which no browser is needed for.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SiteFactAttribute : FactAttribute
{
    public SiteFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Skip = "Run tests/browser.sh, which builds the site.";
        SkipUnless = nameof(IsBuilt);
        SkipType = typeof(SiteFactAttribute);
    }

    public static bool IsBuilt => Directory.Exists(BuiltSite.Folder);
}
