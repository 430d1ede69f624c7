using System;
using System.IO;
using System.Threading.Tasks;

namespace SoftKernels.Package.Tests.Harness;

/// <summary>
/// Packs the package, under a version that has never been before, from a copy of the sources; and restores the consumers from a feed that
/// holds nothing else, into a packages folder of their own. So what is tested is what has just been packed.
/// </summary>
internal sealed class Workspace
{
    private static readonly Lazy<Task<Workspace>> Only = new(Create);

    private static readonly string Folder = Repository.At("artifacts", "package");

    private Workspace()
    {
    }

    public static string Packages { get; } = Path.Combine(Folder, "packages");

    public static string Suffix { get; } = $"test.{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}";

    public static string Version { get; } = $"{Repository.VersionPrefix}-{Suffix}";

    public string Feed { get; } = Path.Combine(Folder, "feed");

    public string Package => Path.Combine(Feed, $"SoftKernels.{Version}.nupkg");

    public string Consumers { get; } = Path.Combine(Folder, "consumers");

    public static Task<Workspace> Get() => Only.Value;

    /// <summary>Packs a copy of the sources in a folder of the given name; returns the folder with the package.</summary>
    public static async Task<string> Pack(string name)
    {
        var copy = Fresh(name);
        Repository.Copy(Repository.Root, copy, "runtime", "generator", "Directory.Build.props", "Directory.Packages.props", "LICENSE", "docs/images/icon.png");
        var output = Path.Combine(copy, "packed");
        // Analyzers have seen these sources in the build of the solution; they change no byte, and take most of the time.
        await Tool.Run(copy, "dotnet", "pack", "runtime", "-c", "Release", "-o", output, $"-p:VersionSuffix={Suffix}", "-p:RunAnalyzers=false");
        return output;
    }

    /// <summary>A new folder outside of the consumers' solution, which restores from the same feed.</summary>
    public static async Task<string> Alone(string name)
    {
        await Get();
        return Fresh(name);
    }

    private static async Task<Workspace> Create()
    {
        var workspace = new Workspace();
        Delete(Path.Combine(Packages, "softkernels"));
        Fresh("feed");
        KeepApart();
        foreach (var file in Directory.EnumerateFiles(await Pack("first")))
        {
            File.Copy(file, Path.Combine(workspace.Feed, Path.GetFileName(file)));
        }

        Repository.Copy(Repository.At("tests", "Package.Tests", "Consumers"), Fresh("consumers"), ".");
        await Tool.Run(workspace.Consumers, "dotnet", "restore", "Consumers.slnx");
        return workspace;
    }

    /// <summary>Whatever is built below restores from the feed too, and inherits nothing from this repository.</summary>
    private static void KeepApart()
    {
        File.WriteAllText(Path.Combine(Folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="package-under-test" value="{Path.Combine(Folder, "feed")}" />
              </packageSources>
            </configuration>
            """);
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            File.WriteAllText(Path.Combine(Folder, name), "<Project />");
        }
    }

    private static string Fresh(string name)
    {
        var folder = Path.Combine(Folder, name);
        Delete(folder);
        return Directory.CreateDirectory(folder).FullName;
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
