using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace SoftKernels.Kernels.Tests.Golden;

/// <summary>The checked-in bits: a line each, subject and bits with a colon between.</summary>
internal static class GoldenFile
{
    private const string Name = "golden.txt";
    private const string Colon = ": ";

    public static IEnumerable<GoldenLine> Read()
    {
        // Embedded, so that it travels with a test program published for another machine.
        using var reader = new StreamReader(typeof(GoldenFile).Assembly.GetManifestResourceStream(Name)!);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(Colon);
            yield return new(parts[0], parts[1]);
        }
    }

    public static void Write(IEnumerable<GoldenLine> lines, [CallerFilePath] string thisFile = "") =>
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(thisFile)!, Name), string.Concat(lines.Select(line => $"{line.Subject}{Colon}{line.Bits}\n")));
}
