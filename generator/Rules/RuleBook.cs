using System.Linq;

namespace SoftKernels.Generator.Rules;

/// <summary>The parser's side of the rules: the analyzers report the very violations that make it refuse.</summary>
internal static class RuleBook
{
    public static bool Accepts(AnnotatedType type) =>
        !type.HasNamesake
        && !type.Attributes.Any(attribute => attribute.IsMalformed)
        && !DeclarationRules.Violations(type).Any()
        && !ArgumentRules.Violations(type).Any()
        && !MemberRules.Violations(type).Any();
}
