using System.Linq;
using Microsoft.CodeAnalysis;

namespace SoftKernels.Generator.Rules;

/// <summary>How a project knows the library.</summary>
internal static class RuntimeLibrary
{
    /// <summary>What has the operations for any length; behind an extern alias too, where the compiler looks for no type by its name alone.</summary>
    public static INamedTypeSymbol? SoftMath(Compilation compilation) =>
        compilation.GetTypeByMetadataName(Rule.SoftMath) ?? compilation.GetTypesByMetadataName(Rule.SoftMath).FirstOrDefault();

    /// <summary>Whether <c>SoftMath</c> has the operations for values of a type.</summary>
    public static bool Takes(ITypeSymbol type, INamedTypeSymbol softMath) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double
        || (type is { IsUnmanagedType: true, TypeKind: TypeKind.Struct }
            && type.AllInterfaces.Any(face => face.Name == "IBinaryFloatingPointIeee754")
            && IsGeneric(softMath));

    /// <summary>Whether <c>SoftMath</c> takes other types than <c>float</c> and <c>double</c>, as it does from .NET 8 on.</summary>
    public static bool IsGeneric(INamedTypeSymbol softMath) => softMath.GetMembers("Softmax").Any(member => member is IMethodSymbol { IsGenericMethod: true });

    /// <summary>The extern alias by which alone the project knows it, as C# writes it; <see langword="null"/> where no alias is needed.</summary>
    public static string? Alias(Compilation compilation, IAssemblySymbol? library)
    {
        // Most projects have no alias, and ask for no symbol here. One assembly may be referenced twice, once with and once without.
        string? alias = null;
        foreach (MetadataReference reference in compilation.References)
        {
            if (alias is null && !IsGlobal(reference) && Is(library, reference, compilation))
            {
                alias = TypeNames.Escape(reference.Properties.Aliases[0]);
            }
        }

        return alias is null || compilation.References.Any(reference => IsGlobal(reference) && Is(library, reference, compilation)) ? null : alias;
    }

    private static bool IsGlobal(MetadataReference reference) =>
        reference.Properties.Aliases.IsEmpty || reference.Properties.Aliases.Contains(MetadataReferenceProperties.GlobalAlias);

    private static bool Is(IAssemblySymbol? library, MetadataReference reference, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(compilation.GetAssemblyOrModuleSymbol(reference), library);
}
