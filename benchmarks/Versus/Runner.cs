using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SoftKernels.Benchmarks.Measuring;
using SoftKernels.Benchmarks.Peers;

namespace SoftKernels.Benchmarks.Versus;

/// <summary>The process that measures one build: it warms up, says so, and for each line that it is sent runs the course once.</summary>
internal static class Runner
{
    public const string Word = "versus-runner";

    public static int Run(string path, IReadOnlyList<string> words)
    {
        Course course = Course.FromWords(words);
        return course.Scenario.IsDouble ? Run<double>(path, course) : Run<float>(path, course);
    }

    private static int Run<T>(string path, Course course)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Build build = new(path);
        Workload<T>[] work = [.. course.Sizes.Select(size => new Workload<T>(course.Scenario, size))];
        Contender[] contenders =
        [
            .. work.Select(each => Generated.Contend(build.Methods<T>(course.Subject, course.Scenario.Operation, each.Size), each)),
        ];
        PairedTiming.ReachFinalTier(contenders);
        int[] passes = [.. contenders.Select(PairedTiming.PassesABurst)];
        Console.WriteLine(Machine.Registers);
        Console.WriteLine(string.Join(' ', work.Select(Bits)));

        while (Console.ReadLine() is not null)
        {
            Console.WriteLine(string.Join(' ', contenders.Zip(passes, Turn)));
        }

        return 0;
    }

    private static string Turn(Contender contender, int passes)
    {
        // The other process may have had this core, and its caches, in between.
        contender.Pass();
        return PairedTiming.NanosecondsARow(contender, passes).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What came out, in short.</summary>
    private static string Bits<T>(Workload<T> work)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(work.Results.Span));
        hash.AppendData(MemoryMarshal.AsBytes(work.Indices.Span));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
