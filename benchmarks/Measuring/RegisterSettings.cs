using System;
using System.Collections.Generic;

namespace SoftKernels.Benchmarks.Measuring;

/// <summary>The environment that holds a process to registers of some width.</summary>
internal static class RegisterSettings
{
    public static readonly IReadOnlyList<int> Widths = [512, 256, 128];

    /// <param name="width">Null for what .NET prefers.</param>
    public static IReadOnlyDictionary<string, string> Of(int? width) => width switch
    {
        null => new Dictionary<string, string>(),
        512 => new Dictionary<string, string> { ["DOTNET_PreferredVectorBitWidth"] = "512" },
        256 => new Dictionary<string, string> { ["DOTNET_EnableAVX512"] = "0" },
        128 => new Dictionary<string, string> { ["DOTNET_EnableAVX2"] = "0" },
        _ => throw new ArgumentOutOfRangeException(nameof(width)),
    };
}
