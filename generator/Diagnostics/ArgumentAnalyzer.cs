using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftKernels.Generator.Rules;

namespace SoftKernels.Generator.Diagnostics;

/// <summary>Do the arguments of the attributes ask for kernels that exist?</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ArgumentAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Rule.SizeOutOfRange, Rule.KernelDeclaredTwice, Rule.ElementTypeNotSupported, Rule.NoOperations, Rule.NameDoesNotFit, Rule.SizeGivenTwice,
        Rule.ElementTypeNeedsNewerTarget);

    private protected override List<Diagnostic> Check(AnnotatedType type) => ArgumentRules.Violations(type);
}
