using System.IO;
using System.Linq;
using System.Reflection;

namespace SoftKernels.Docs.Tests;

/// <summary>Where the pages are.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Root").Value!;

    /// <summary>With slashes, on every system.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
