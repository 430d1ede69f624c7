using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftKernels.Generator.Rules;

namespace SoftKernels.Generator.Diagnostics;

/// <summary>Is there room in the type for the generated methods?</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MemberAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Rule.MemberIsDeclaredAlready, Rule.TypeBearsMethodName);

    private protected override List<Diagnostic> Check(AnnotatedType type) => MemberRules.Violations(type);
}
