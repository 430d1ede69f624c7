using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;

namespace SoftKernels.Package.Tests.Harness;

/// <summary>Where things are, as the build has passed it on.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("Root");

    public static string VersionPrefix { get; } = Metadata("VersionPrefix");

    public static string Golden { get; } = At("tests", "Kernels.Tests", "Golden", "golden.txt");

    /// <summary>Of strong names.</summary>
    public static string Key { get; } = At("runtime", "SoftKernels.snk");

    /// <summary>The version of a package that the whole repository takes.</summary>
    public static string VersionOf(string package) => XDocument.Load(At("Directory.Packages.props")).Descendants("PackageVersion")
        .Single(version => version.Attribute("Include")!.Value == package)
        .Attribute("Version")!.Value;

    public static string At(params string[] names) => Path.Combine([Root, .. names]);

    /// <summary>Copies files and folders, by their names in the folder that they come from, without what has been built in them.</summary>
    public static void Copy(string source, string destination, params string[] names)
    {
        foreach (var path in names.Select(name => Path.Combine(source, name)))
        {
            var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path];
            foreach (var file in files.Select(file => Path.GetRelativePath(source, file)).Where(file => !IsBuilt(file)))
            {
                var copy = Path.Combine(destination, file);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(Path.Combine(source, file), copy);
            }
        }
    }

    private static bool IsBuilt(string path) => path.Split(Path.DirectorySeparatorChar).Any(name => name is "bin" or "obj");

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
