using SoftKernels.Generator.Parsing;

namespace SoftKernels.Generator.Diagnostics;

/// <summary>The parser's side of the rules: the analyzers report the very violations that make it refuse.</summary>
internal static class RuleBook
{
    public static bool Accepts(AnnotatedType type) =>
        !type.HasNamesake
        && !type.HasMalformedAttribute
        && DeclarationAnalyzer.Violations(type).Count == 0
        && ArgumentAnalyzer.Violations(type).Count == 0
        && MemberAnalyzer.Violations(type).Count == 0;
}
