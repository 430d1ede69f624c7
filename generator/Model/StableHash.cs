namespace SoftKernels.Generator.Model;

/// <summary>FNV-1a: the same in every process.</summary>
internal static class StableHash
{
    public static uint Of(string text)
    {
        uint hash = 2166136261u;
        foreach (char letter in text)
        {
            hash = unchecked((hash ^ letter) * 16777619u);
        }

        return hash;
    }
}
