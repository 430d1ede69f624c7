using System;
using System.IO;
using System.Threading.Tasks;

namespace SoftKernels.Package.Tests.Harness;

/// <summary>What a newcomer has after packing: a clone's settings and samples of one file each, and the package where it is packed to.</summary>
internal static class Clone
{
    public static readonly string[] Programs = ["samples", "one-file"];
    public static readonly string[] Notebook = ["samples", "notebook", "softmath.ipynb"];

    private const string AnyVersion = "*-*";

    /// <summary>Of the package any version would do, so a newer one that is published too; here it is the one under test.</summary>
    public static string Pinned(string text) => text.Replace(AnyVersion, Workspace.Version, StringComparison.Ordinal);

    /// <summary>A fresh one; in its programs the version is pinned.</summary>
    public static async Task<string> Create(string name)
    {
        var folder = await Workspace.Alone(name);
        Repository.Copy(
            Repository.Root, folder, "Directory.Build.props", "Directory.Packages.props", "nuget.config", "global.json", ".editorconfig", ".config", Path.Combine(Programs), Path.Combine(Notebook));
        foreach (var program in Directory.EnumerateFiles(Path.Combine([folder, .. Programs]), "*.cs"))
        {
            await File.WriteAllTextAsync(program, Pinned(await File.ReadAllTextAsync(program)));
        }

        var packages = Directory.CreateDirectory(Path.Combine(folder, "artifacts", "packages")).FullName;
        var package = (await Workspace.Get()).Package;
        File.Copy(package, Path.Combine(packages, Path.GetFileName(package)));
        return folder;
    }
}
