using System;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SoftKernels.Package.Tests.Harness;
using Xunit;

namespace SoftKernels.Package.Tests;

/// <summary>The notebook's outputs are those of its cells, run from the package by dotnet-interactive.</summary>
public sealed class NotebookTests
{
    private static readonly JsonSerializerOptions s_format = new() { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string s_path = Repository.At(Clone.Notebook);

    [PackageFact]
    public async Task Its_outputs_are_those_of_its_cells()
    {
        var clone = await Clone.Create("notebook");
        // Where the user's tools are: one file in the home folder remembers where, for all clones.
        var (exitCode, said) = await Tool.TryRunWith([("NUGET_PACKAGES", Environment.GetEnvironmentVariable("NUGET_PACKAGES"))], clone, "dotnet", "tool", "restore");
        Assert.SkipUnless(exitCode == 0, $"dotnet-interactive is not at hand: {said.Trim()}");

        var notebook = JsonNode.Parse(await File.ReadAllTextAsync(s_path))!;
        var cells = notebook["cells"]!.AsArray().Where(cell => (string?)cell!["cell_type"] == "code").ToList();
        Assert.NotEmpty(cells);

        using var kernel = NotebookKernel.Start(Path.GetDirectoryName(Path.Combine([clone, .. Clone.Notebook]))!);
        for (int i = 0; i < cells.Count; i++)
        {
            var outputs = await kernel.Run(Clone.Pinned((string)cells[i]!["source"]!));
            Assert.NotEmpty(outputs);
            cells[i]!["outputs"] = outputs;
            cells[i]!["execution_count"] = i + 1;
        }

        var run = notebook.ToJsonString(s_format) + "\n";
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(s_path, run);
        }

        Assert.Equal(await File.ReadAllTextAsync(s_path), run);
    }
}
