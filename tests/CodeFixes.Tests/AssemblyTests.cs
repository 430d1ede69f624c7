using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SoftKernels.Generator;
using SoftKernels.Generator.Rules;
using Xunit;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>What an editor loads.</summary>
public sealed class AssemblyTests
{
    private static readonly Version s_roslyn = typeof(PartialFix).Assembly.GetReferencedAssemblies().Single(name => name.Name == "Microsoft.CodeAnalysis").Version!;

    /// <summary>Of ours: errors of the compiler may have several causes.</summary>
    public static TheoryData<string> Fixable { get; } = [.. Fixes().SelectMany(fix => fix.FixableDiagnosticIds).Where(id => !id.StartsWith("CS", StringComparison.Ordinal))];

    [Fact]
    public void Code_fixes_refer_to_what_every_editor_has() => Assert.All(
        typeof(PartialFix).Assembly.GetReferencedAssemblies(),
        name => Assert.True(
            name.Name is "netstandard" or "SoftKernels.Generator" or "System.Collections.Immutable"
                || (name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && name.Version == s_roslyn),
            name.FullName));

    [Fact]
    public void The_generator_does_not_refer_to_workspaces() => Assert.DoesNotContain(
        typeof(SoftKernelGenerator).Assembly.GetReferencedAssemblies(), name => name.Name!.Contains("Workspaces", StringComparison.Ordinal));

    [Fact]
    public void Each_rule_has_one_code_fix_at_most() => Assert.Equal(Fixable.Count, Fixable.Select(row => row.Data).Distinct().Count());

    [Theory]
    [MemberData(nameof(Fixable))]
    public void Each_fixable_rule_is_a_rule(string id) => Assert.Contains(
        typeof(Rule).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>(),
        rule => rule.Id == id);

    [Fact]
    public void Each_code_fix_is_exported() => Assert.All(Fixes(), fix => Assert.NotNull(fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()));

    private static IEnumerable<CodeFixProvider> Fixes() => typeof(PartialFix).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)))
        .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!);
}
