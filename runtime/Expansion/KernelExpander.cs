using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SoftKernels.Expansion;

/// <summary>
/// Writes the one generic definition of the numerics, <c>Kernel</c>, out for each register: the same members, file by file, with type parameters
/// as aliases, and with operators and instructions where they call the lanes. The JIT then has no generics to look through, and
/// ReadyToRun compiles what it would not compile over vectors.
/// </summary>
/// <remarks>By syntax alone: what is written is C# that the compiler checks.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class KernelExpander : IIncrementalGenerator
{
    internal const string Kernel = "Kernel";

    /// <summary>What only registers of doubles have.</summary>
    internal const string DoubleKernel = "DoubleKernel";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ImmutableArray<StructDeclarationSyntax>> declarations = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => node is StructDeclarationSyntax { Parent: BaseNamespaceDeclarationSyntax } declaration && IsWanted(declaration),
                static (match, _) => (StructDeclarationSyntax)match.Node)
            .Collect();
        context.RegisterSourceOutput(declarations, static (output, found) => Write(output, found));
    }

    private static bool IsWanted(StructDeclarationSyntax declaration) =>
        IsKernel(declaration)
        || IsDoubleKernel(declaration)
        || declaration.Identifier.ValueText.EndsWith("Format", StringComparison.Ordinal)
        || declaration.Identifier.ValueText.Contains("Lanes");

    private static bool IsKernel(StructDeclarationSyntax declaration) =>
        declaration.Identifier.ValueText == Kernel && declaration.TypeParameterList?.Parameters.Count == 5;

    private static bool IsDoubleKernel(StructDeclarationSyntax declaration) =>
        declaration.Identifier.ValueText == DoubleKernel && declaration.TypeParameterList?.Parameters.Count == 3;

    private static void Write(SourceProductionContext output, ImmutableArray<StructDeclarationSyntax> found)
    {
        List<StructDeclarationSyntax> kernel = Parts(found, IsKernel);
        List<StructDeclarationSyntax> doubles = Parts(found, IsDoubleKernel);
        foreach (Register register in Register.All)
        {
            StructDeclarationSyntax? lanes = found.FirstOrDefault(one => one.Identifier.ValueText == register.Lanes);
            StructDeclarationSyntax? format = found.FirstOrDefault(one => one.Identifier.ValueText == register.Format);
            if (lanes is null || format is null)
            {
                continue;
            }

            foreach (KeyValuePair<string, string> file in new RegisterFiles(register, lanes, format).Of(register.IsDouble ? kernel.Concat(doubles) : kernel))
            {
                output.AddSource(file.Key, SourceText.From(file.Value, Encoding.UTF8));
            }
        }
    }

    private static List<StructDeclarationSyntax> Parts(ImmutableArray<StructDeclarationSyntax> found, Func<StructDeclarationSyntax, bool> isWanted) =>
        found.Where(isWanted).OrderBy(static part => Path.GetFileName(part.SyntaxTree.FilePath), StringComparer.Ordinal).ToList();
}
