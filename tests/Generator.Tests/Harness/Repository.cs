using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace SoftKernels.Generator.Tests.Harness;

/// <summary>The files that the tests read, and the paths that the build has passed on.</summary>
internal static class Repository
{
    public static string TestProject { get; } = Metadata("ProjectDirectory");

    public static string Root { get; } = Path.GetFullPath(Path.Combine(TestProject, "..", ".."));

    public static string Generator { get; } = Path.Combine(Root, "generator");

    public static string Snapshots { get; } = Path.Combine(TestProject, "Snapshots");

    public static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;

    /// <summary>The generator's source files, as (room, path): the room is empty for the project's own folder.</summary>
    public static IEnumerable<(string Room, string Path)> GeneratorSources() =>
        from path in Directory.EnumerateFiles(Generator, "*.cs", SearchOption.AllDirectories)
        let parts = Path.GetRelativePath(Generator, path).Split(Path.DirectorySeparatorChar)
        let room = parts.Length == 1 ? "" : parts[0]
        where room is not ("bin" or "obj" or "CodeFixes")
        select (room, path);
}
