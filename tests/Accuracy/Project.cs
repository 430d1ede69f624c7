using System.IO;
using System.Linq;
using System.Reflection;

namespace SoftKernels.Accuracy;

/// <summary>Where this tool reads and writes.</summary>
internal static class Project
{
    private static readonly string Folder = typeof(Project).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ProjectDirectory").Value!;

    public static string Report { get; } = Path.GetFullPath(Path.Combine(Folder, "..", "..", "docs", "accuracy.md"));

    /// <summary>What the last full sweep found: the report repeats it.</summary>
    public static string Exponential { get; } = Path.Combine(Folder, "exponential.json");
}
