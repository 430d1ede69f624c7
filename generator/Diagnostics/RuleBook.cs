using System.Linq;
using SoftKernels.Generator.Parsing;

namespace SoftKernels.Generator.Diagnostics;

/// <summary>The parser's side of the rules: the analyzers report the very violations that make it refuse.</summary>
internal static class RuleBook
{
    public static bool Accepts(AnnotatedType type) =>
        !type.HasNamesake
        && !type.Attributes.Any(attribute => attribute.IsMalformed)
        && !DeclarationAnalyzer.Violations(type).Any()
        && !ArgumentAnalyzer.Violations(type).Any()
        && !MemberAnalyzer.Violations(type).Any();
}
