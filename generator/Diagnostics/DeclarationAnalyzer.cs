using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftKernels.Generator.Rules;

namespace SoftKernels.Generator.Diagnostics;

/// <summary>Can another file add static methods to the type?</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Rule.TypeIsNotPartial, Rule.ContainingTypeIsNotPartial, Rule.TypeCannotHoldMethods);

    private protected override List<Diagnostic> Check(AnnotatedType type) => DeclarationRules.Violations(type);
}
