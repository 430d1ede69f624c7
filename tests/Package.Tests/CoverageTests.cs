using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using SoftKernels.Package.Tests.Harness;
using Xunit;

namespace SoftKernels.Package.Tests;

/// <summary>What coverlet says, with its defaults, of a library whose own code is all tested.</summary>
public sealed class CoverageTests
{
    [PackageFact]
    public async Task A_kernel_takes_nothing_from_the_coverage_of_its_library()
    {
        var folder = Path.Combine((await Workspace.Get()).Consumers, "Covered");
        var results = Path.Combine(folder, "results");

        // From its folder, where this repository's choice of a test runner does not hold.
        await Tool.Run(folder, "dotnet", "test", "Tests", "--no-restore", "--collect", "XPlat Code Coverage", "--results-directory", results);

        var report = Assert.Single(Directory.GetFiles(results, "coverage.cobertura.xml", SearchOption.AllDirectories));
        var coverage = XDocument.Load(report).Root!;
        Assert.Equal(1, Number("line-rate"));
        Assert.Equal(1, Number("branch-rate"));
        Assert.Equal(["Winner"], coverage.Descendants("method").Select(method => method.Attribute("name")!.Value));

        double Number(string name) => double.Parse(coverage.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }
}
