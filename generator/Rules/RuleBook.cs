using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

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

    /// <summary>What the analyzers would report of a type, and why an attribute is not one that the compiler accepts, where its words lead nowhere.</summary>
    public static IEnumerable<Diagnostic> Violations(AnnotatedType type, CancellationToken cancellation) =>
    [
        .. DeclarationRules.Violations(type),
        .. MalformedRules.Violations(type, cancellation),
        .. ArgumentRules.Violations(type),
        .. MemberRules.Violations(type),
    ];
}
