using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Reflection;
using SoftKernels.Kernels.Tests.Golden;
using SoftKernels.Kernels.Tests.Suite;
using Xunit;

namespace SoftKernels.Kernels.Tests;

/// <summary>
/// The entry of what tests/arm64.sh publishes, instead of xunit's: that names its tests by cryptographic hashes, and needs an OpenSSL
/// for the other architecture. Its arguments are the names of the facts to run.
/// </summary>
internal static class BareRunner
{
    private const string SkipMark = "$XunitDynamicSkip$";

    private static readonly Type[] Classes = [typeof(WidthTests), typeof(GoldenTests), typeof(WidthIndependenceTests), typeof(SingleTests), typeof(DoubleTests)];

    private static int Main(string[] names)
    {
        var facts = Classes.SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FactAttribute)) && names.Contains(method.Name));
        var outcomes = facts.Select(Run).CountBy(outcome => outcome).ToDictionary();
        int passed = outcomes.GetValueOrDefault("passed"), failed = outcomes.GetValueOrDefault("failed");
        Console.WriteLine($"  succeeded: {passed}\n  failed: {failed}\n  skipped: {outcomes.GetValueOrDefault("skipped")}");
        return failed == 0 && passed > 0 ? 0 : 1;
    }

    private static string Run(MethodInfo fact)
    {
        var clock = Stopwatch.StartNew();
        var (outcome, reason) = ("passed", "");
        try
        {
            fact.Invoke(Activator.CreateInstance(fact.ReflectedType!), null);
        }
        catch (TargetInvocationException thrown)
        {
            reason = thrown.InnerException!.Message;
            outcome = reason.StartsWith(SkipMark, StringComparison.Ordinal) ? "skipped" : "failed";
        }

        Console.WriteLine($"{outcome} {fact.ReflectedType!.Name}.{fact.Name} ({clock.Elapsed.TotalSeconds:0.0} s) {reason.Replace(SkipMark, "", StringComparison.Ordinal)}");
        return outcome;
    }
}
