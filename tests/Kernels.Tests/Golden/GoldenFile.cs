using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace SoftKernels.Kernels.Tests.Golden;

/// <summary>Checked-in bits: a line each, subject and bits with a colon between.</summary>
internal sealed class GoldenFile(string name)
{
    private const string Colon = ": ";

    /// <summary>Inputs, and results where multiply and add are fused.</summary>
    public static GoldenFile Fused { get; } = new("golden.txt");

    /// <summary>Results where they are not.</summary>
    public static GoldenFile Unfused { get; } = new("golden.unfused.txt");

    public string Name => name;

    public IEnumerable<GoldenLine> Read()
    {
        // Embedded, so that it travels with a test program published for another machine.
        using var reader = new StreamReader(typeof(GoldenFile).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(Colon);
            yield return new(parts[0], parts[1]);
        }
    }

    public void Write(IEnumerable<GoldenLine> lines, [CallerFilePath] string thisFile = "") =>
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(thisFile)!, name), string.Concat(lines.Select(line => $"{line.Subject}{Colon}{line.Bits}\n")));
}
