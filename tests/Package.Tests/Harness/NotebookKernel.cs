using System;
using System.Diagnostics;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace SoftKernels.Package.Tests.Harness;

/// <summary>dotnet-interactive as editors talk to it: a command a line to its standard input, an event a line from its standard output.</summary>
internal sealed class NotebookKernel : IDisposable
{
    private const string Picture = "image/svg+xml";

    private readonly Process _process;
    private int _submissions;

    private NotebookKernel(Process process) => _process = process;

    public static NotebookKernel Start(string folder)
    {
        var start = Tool.Start(folder, "dotnet", "dotnet-interactive", "stdio");
        // Numbers as the invariant culture writes them.
        start.Environment["LC_ALL"] = "C";
        start.RedirectStandardInput = true;
        start.RedirectStandardError = false;
        return new(Process.Start(start)!);
    }

    /// <summary>Runs a cell; returns what it prints and draws, as notebooks keep it. What is said while a package is installed is no result.</summary>
    public async Task<JsonArray> Run(string code)
    {
        var token = $"cell{_submissions++}";
        var command = new JsonObject { ["token"] = token, ["commandType"] = "SubmitCode", ["command"] = new JsonObject { ["code"] = code, ["targetKernelName"] = "csharp" } };
        await _process.StandardInput.WriteLineAsync(command.ToJsonString());
        await _process.StandardInput.FlushAsync();

        var (text, pictures) = ("", new JsonArray());
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var message = JsonNode.Parse(line)!;
            var origin = (string?)message["command"]?["token"] ?? "";
            if (origin != token && !origin.StartsWith(token + ".", StringComparison.Ordinal))
            {
                continue;
            }

            // A cell that installs a package is run by commands of its own, with tokens of their own; it ends when they have.
            var content = message["event"]!;
            switch ((string?)message["eventType"])
            {
                case "CommandFailed":
                    Assert.Fail($"{content["message"]}\n{code}");
                    break;
                case "StandardOutputValueProduced":
                    text += (string?)content["formattedValues"]![0]!["value"];
                    break;
                case "DisplayedValueProduced" when (string?)content["formattedValues"]![0]!["mimeType"] == Picture:
                    pictures.Add(new JsonObject { ["data"] = new JsonObject { [Picture] = (string?)content["formattedValues"]![0]!["value"] }, ["metadata"] = new JsonObject(), ["output_type"] = "display_data" });
                    break;
                case "CommandSucceeded" when origin == token:
                    if (text.Length > 0)
                    {
                        pictures.Insert(0, new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = text.ReplaceLineEndings("\n") });
                    }

                    return pictures;
            }
        }

        throw new EndOfStreamException("The tool has ended.");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
