using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Planning;
using SoftKernels.Generator.Rules;

namespace SoftKernels.Generator.Diagnostics;

/// <summary>Has the generator seen each attribute? One in a file that another generator writes, it has not.</summary>
/// <remarks>At the end of a compilation, which is a build's: editors analyse while generators wait for the next save, and would accuse every new type.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnseenFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule.NothingWasGenerated);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypesByMetadataName(KernelDeclaration.MetadataName).IsEmpty)
            {
                return;
            }

            ConcurrentQueue<AnnotatedType> types = new();
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (AnnotatedType.From((INamedTypeSymbol)symbol.Symbol, symbol.Compilation, symbol.CancellationToken) is { } type && HasUnseen(type))
                    {
                        types.Enqueue(type);
                    }
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (AnnotatedType type in types)
                {
                    foreach (KernelAttribute attribute in Unseen(type))
                    {
                        end.ReportDiagnostic(Diagnostic.Create(Rule.NothingWasGenerated, attribute.Location(), type.Name, CodeBehind(attribute)));
                    }
                }
            });
        });
    }

    /// <summary>The first question, which a type with a generated part and its attributes in one file ends.</summary>
    private static bool HasUnseen(AnnotatedType type) =>
        RuleBook.Accepts(type)
        && (!HasGeneratedPart(type.Symbol) || type.Attributes.Any(attribute => attribute.Syntax.SyntaxTree != type.Attributes[0].Syntax.SyntaxTree));

    private static IEnumerable<KernelAttribute> Unseen(AnnotatedType type) =>
        type.Attributes.Where(attribute => !HasGeneratedPart(type.Symbol) || !IsGenerated(type.Symbol, attribute));

    private static bool IsGenerated(INamedTypeSymbol type, KernelAttribute attribute)
    {
        MethodShape shape = KernelMethods.Of([attribute.Model])[0].Shape;
        return type.GetMembers(shape.Name).Any(member => member is IMethodSymbol method && MemberRules.HasParametersOf(method, shape));
    }

    private static bool HasGeneratedPart(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(part => part.SyntaxTree.FilePath.EndsWith(FileNames.Suffix, StringComparison.Ordinal));

    private static string CodeBehind(KernelAttribute attribute) =>
        attribute.Markup is { } markup ? ", such as the code-behind '" + Path.GetFileName(markup) + ".cs'" : "";
}
