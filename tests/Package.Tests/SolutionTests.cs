using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using SoftKernels.Package.Tests.Harness;
using Xunit;

namespace SoftKernels.Package.Tests;

/// <summary>What can be checked without packing.</summary>
public sealed class SolutionTests
{
    /// <summary>A project that is not in the solution would not be restored.</summary>
    [Fact]
    public void The_solution_of_the_consumers_names_them_all()
    {
        var folder = Repository.At("tests", "Package.Tests", "Consumers");
        var projects = Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));
        var named = XDocument.Load(Path.Combine(folder, "Consumers.slnx")).Descendants("Project").Select(project => project.Attribute("Path")!.Value);
        Assert.Equal(projects.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }
}
