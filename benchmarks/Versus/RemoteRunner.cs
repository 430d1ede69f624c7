using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Versus;

/// <summary>A <see cref="Runner"/> in its process, as seen from the process that gives the turns.</summary>
internal sealed class RemoteRunner(string path, Course course, IReadOnlyDictionary<string, string> settings) : IDisposable
{
    private readonly Process _process = OwnProcess.Start([Runner.Word, path, .. course.ToWords()], settings);

    public string Registers { get; private set; } = "";

    /// <summary>A hash of the results for each size.</summary>
    public IReadOnlyList<string> Bits { get; private set; } = [];

    /// <summary>Waits until it has warmed up.</summary>
    public void Join()
    {
        Registers = Line();
        Bits = Line().Split(' ');
    }

    /// <summary>Nanoseconds a row for each size.</summary>
    public double[] TakeTurn()
    {
        _process.StandardInput.WriteLine();
        return [.. Line().Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Line() => _process.StandardOutput.ReadLine() ?? throw new InvalidDataException($"The process that measures {path} broke off.");
}
