namespace SoftKernels.Generator.Rules;

/// <summary>The parser's side of the rules: the analyzers report the very violations that make it refuse.</summary>
internal static class RuleBook
{
    public static bool Accepts(AnnotatedType type) =>
        !type.HasNamesake
        && !type.HasMalformedAttribute
        && DeclarationRules.Violations(type).Count == 0
        && ArgumentRules.Violations(type).Count == 0
        && MemberRules.Violations(type).Count == 0;
}
