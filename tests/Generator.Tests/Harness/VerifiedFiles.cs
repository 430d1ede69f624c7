using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.CodeAnalysis;
using SoftKernels.Generator.Planning;
using Xunit;
using Xunit.v3;

namespace SoftKernels.Generator.Tests.Harness;

/// <summary>
/// The <c>*.verified.cs</c> files of one test. A mismatch leaves <c>*.received.cs</c> beside them and fails the test; rename it to accept it,
/// or run the tests with the environment variable <c>SNAPSHOT_ACCEPT=1</c> to accept all that differs (and to remove what is no longer generated).
/// </summary>
internal sealed class VerifiedFiles(string directory, string test, bool accept)
{
    private const string Received = ".received.cs";
    private const string Verified = ".verified.cs";

    /// <summary>No file's name may hold one of these, on one system or another.</summary>
    private static readonly HashSet<char> s_forbidden = [.. "\"<>|:*?\\/", .. Enumerable.Range(0, 32).Select(code => (char)code)];

    /// <summary>How many equal lines a diff shows round each change.</summary>
    private const int Context = 2;

    public static VerifiedFiles OfRunningTest()
    {
        var test = (IXunitTest)TestContext.Current.Test!;
        var arguments = test.TestMethod.Parameters.Zip(test.TestMethodArguments, (parameter, value) => $"_{parameter.Name}={Written(value)}");

        return new(
            Repository.Snapshots,
            $"{test.TestMethod.TestClass.Class.Name}.{test.TestMethod.Method.Name}{string.Concat(arguments)}",
            accept: Snapshot.IsAccepted);
    }

    /// <summary>An argument as Verify writes it in a file's name.</summary>
    public static string Written(object? argument) => argument switch
    {
        null => "null",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => string.Concat($"{argument}".Select(letter => s_forbidden.Contains(letter) ? '-' : letter)),
    };

    public async Task Match(GeneratorDriver driver)
    {
        var received = driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources).ToDictionary(
            source => $"{test}#{Path.GetFileNameWithoutExtension(source.HintName)}",
            source => Normalised($"//HintName: {source.HintName}\n{source.SourceText}").Replace(FilePlan.ToolVersion, Snapshot.Version, StringComparison.Ordinal));

        var complaints = new List<string>();
        foreach (var (name, text) in received)
        {
            complaints.AddRange(await Compare(Path.Combine(directory, name), text));
        }

        foreach (string orphan in Names().Except(received.Keys))
        {
            complaints.AddRange(Reject(Path.Combine(directory, orphan)));
        }

        Assert.True(complaints.Count == 0, string.Join("\n\n", complaints));
    }

    /// <summary>With the ends of lines that the files have.</summary>
    public static string Normalised(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>Compares one text, which is no generated file.</summary>
    public async Task Match(string extension, string text)
    {
        string[] complaints = await Compare(Path.Combine(directory, test), text, extension);
        Assert.True(complaints.Length == 0, string.Join("\n\n", complaints));
    }

    private IEnumerable<string> Names() => Directory.EnumerateFiles(directory, $"{test}#*{Verified}").Select(path => Path.GetFileName(path)[..^Verified.Length]);

    private async Task<string[]> Compare(string path, string text, string extension = ".cs")
    {
        string verified = Path.ChangeExtension(path + Verified, extension);
        string received = Path.ChangeExtension(path + Received, extension);
        string? expected = File.Exists(verified) ? await File.ReadAllTextAsync(verified) : null;
        if (expected == text)
        {
            File.Delete(received);
            return [];
        }

        await File.WriteAllTextAsync(accept ? verified : received, text);
        return accept ? [] : [$"{Path.GetFileName(received)} {(expected is null ? "is new" : $"differs:\n{Diff(expected, text)}")}"];
    }

    private string[] Reject(string path)
    {
        if (!accept)
        {
            return [$"{Path.GetFileName(path)}{Verified} is no longer generated"];
        }

        File.Delete(path + Verified);
        return [];
    }

    private static string Diff(string expected, string received)
    {
        var lines = InlineDiffBuilder.Diff(expected, received, ignoreWhiteSpace: false).Lines;
        var shown = lines
            .SelectMany((line, index) => line.Type == ChangeType.Unchanged ? [] : Enumerable.Range(index - Context, (2 * Context) + 1))
            .Where(index => index >= 0 && index < lines.Count)
            .Distinct();

        return string.Join("\n", shown.Select(index => Sign(lines[index].Type) + lines[index].Text));
    }

    private static string Sign(ChangeType change) => change switch
    {
        ChangeType.Inserted => "+ ",
        ChangeType.Deleted => "- ",
        _ => "  ",
    };
}
