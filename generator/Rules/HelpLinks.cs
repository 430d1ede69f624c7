using System.Linq;
using System.Reflection;

namespace SoftKernels.Generator.Rules;

/// <summary>Where a rule is explained: its page in the repository, once the build knows the repository's address.</summary>
internal static class HelpLinks
{
    /// <summary>The MSBuild property RepositoryUrl, which the SDK writes into the assembly when it is set.</summary>
    private static readonly string? s_repository = typeof(HelpLinks).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "RepositoryUrl")?.Value;

    public static string? For(string id) => For(id, s_repository);

    public static string? For(string id, string? repository) =>
        string.IsNullOrEmpty(repository) ? null : $"{repository!.TrimEnd('/')}/blob/main/docs/rules/{id}.md";
}
