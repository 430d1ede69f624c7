using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SoftKernels.Benchmarks;

/// <summary>Where the figures come from.</summary>
internal static class Machine
{
    public static string Registers =>
        Vector512.IsHardwareAccelerated ? "Vector512"
        : Vector256.IsHardwareAccelerated ? "Vector256"
        : Vector128.IsHardwareAccelerated ? "Vector128"
        : "no vectors";

    public static string Description =>
        $"{Registers} · {Processor}, {Environment.ProcessorCount} threads · {RuntimeInformation.OSDescription} · {RuntimeInformation.FrameworkDescription}";

    public static string Processor
    {
        get
        {
            const string Information = "/proc/cpuinfo";
            string? model = File.Exists(Information)
                ? File.ReadLines(Information).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
                : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
            return model ?? RuntimeInformation.ProcessArchitecture.ToString();
        }
    }
}
