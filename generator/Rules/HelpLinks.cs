using System.Linq;
using System.Reflection;

namespace SoftKernels.Generator.Rules;

/// <summary>Where a rule is explained: its page of the documentation site, or in the repository, once the build knows the address of either.</summary>
internal static class HelpLinks
{
    /// <summary>The MSBuild properties of these names, which are written into the assembly when they are set.</summary>
    private static readonly string? s_site = Property("DocumentationUrl");
    private static readonly string? s_repository = Property("RepositoryUrl");

    public static string? For(string id) => For(id, s_site, s_repository);

    public static string? For(string id, string? site, string? repository) =>
        !string.IsNullOrEmpty(site) ? $"{site!.TrimEnd('/')}/docs/rules/{id}.html"
        : !string.IsNullOrEmpty(repository) ? $"{repository!.TrimEnd('/')}/blob/main/docs/rules/{id}.md"
        : null;

    private static string? Property(string name) => typeof(HelpLinks).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == name)?.Value;
}
