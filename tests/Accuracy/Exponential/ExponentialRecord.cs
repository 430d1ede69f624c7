using System.IO;
using System.Text.Json;

namespace SoftKernels.Accuracy.Exponential;

/// <summary>The result of the last full sweep, kept beside the source because a report should not wait for it.</summary>
internal static class ExponentialRecord
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n" };

    public static ExponentialResult Read() => JsonSerializer.Deserialize<ExponentialResult>(File.ReadAllText(Project.Exponential), Options)!;

    public static void Write(ExponentialResult result) => File.WriteAllText(Project.Exponential, JsonSerializer.Serialize(result, Options) + "\n");
}
