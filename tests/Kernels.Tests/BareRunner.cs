using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Reflection;
using Xunit;
using Xunit.v3;

namespace SoftKernels.Kernels.Tests;

/// <summary>
/// The entry of what tests/arm64.sh publishes, instead of xunit's: that names its tests by cryptographic hashes, and needs an OpenSSL
/// for the other architecture. Its arguments are traits, name=value, of the facts to run: each has to select some.
/// </summary>
internal static class BareRunner
{
    private const string SkipMark = "$XunitDynamicSkip$";

    private static int Main(string[] traits)
    {
        var facts = new HashSet<(Type Class, MethodInfo Method)>();
        foreach (var trait in traits)
        {
            var selected = Tests().Where(test => Traits(test.Class).Concat(Traits(test.Method)).Contains(trait)).ToList();
            if (selected.Count == 0 || !selected.TrueForAll(test => IsPlain(test.Method)))
            {
                Console.Error.WriteLine($"{trait} selects {(selected.Count == 0 ? "nothing" : "a test that is more than a fact")}.");
                return 1;
            }

            facts.UnionWith(selected);
        }

        var outcomes = facts.Select(fact => Run(fact.Class, fact.Method)).CountBy(outcome => outcome).ToDictionary();
        int passed = outcomes.GetValueOrDefault("passed"), failed = outcomes.GetValueOrDefault("failed");
        Console.WriteLine($"  succeeded: {passed}\n  failed: {failed}\n  skipped: {outcomes.GetValueOrDefault("skipped")}");
        return failed == 0 && passed > 0 ? 0 : 1;
    }

    private static IEnumerable<(Type Class, MethodInfo Method)> Tests() =>
        from type in typeof(BareRunner).Assembly.GetTypes()
        where type is { IsClass: true, IsAbstract: false }
        from method in type.GetMethods()
        where method.IsDefined(typeof(FactAttribute))
        select (type, method);

    /// <summary>No theory, and not explicit.</summary>
    private static bool IsPlain(MethodInfo test) => test.GetCustomAttribute<FactAttribute>() is { Explicit: false } && !test.IsDefined(typeof(TheoryAttribute));

    private static IEnumerable<string> Traits(MemberInfo member) =>
        member.GetCustomAttributes().OfType<ITraitAttribute>().SelectMany(attribute => attribute.GetTraits()).Select(trait => $"{trait.Key}={trait.Value}");

    private static string Run(Type type, MethodInfo fact)
    {
        var clock = Stopwatch.StartNew();
        var (outcome, reason) = ("passed", "");
        try
        {
            fact.Invoke(Activator.CreateInstance(type), null);
        }
        catch (TargetInvocationException thrown)
        {
            reason = thrown.InnerException!.Message;
            outcome = reason.StartsWith(SkipMark, StringComparison.Ordinal) ? "skipped" : "failed";
        }

        Console.WriteLine($"{outcome} {type.Name}.{fact.Name} ({clock.Elapsed.TotalSeconds:0.0} s) {reason.Replace(SkipMark, "", StringComparison.Ordinal)}");
        return outcome;
    }
}
