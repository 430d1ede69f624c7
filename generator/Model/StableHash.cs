using System.Linq;

namespace SoftKernels.Generator.Model;

/// <summary>FNV-1a: the same in every process.</summary>
internal static class StableHash
{
    public static uint Of(string text) => text.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u));
}
