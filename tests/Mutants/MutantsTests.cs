using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Xunit;

namespace SoftKernels.Mutants;

/// <summary>The assembly that dotnet-stryker wrote, with a switch for each mutant, is gone when it ends: it is kept.</summary>
public sealed class MutantsTests
{
    [Fact]
    public void The_assembly_with_all_mutants_is_kept()
    {
        Assembly mutated = Assembly.Load(Environment.GetEnvironmentVariable("MUTANTS_ASSEMBLY")!);
        Type? control = mutated.GetTypes().SingleOrDefault(type => type.Name == "MutantControl");

        // Stryker runs the tests without mutants first.
        if (control is null)
        {
            return;
        }

        // One mutant has to be covered, or Stryker takes its coverage for broken and tries all.
        control.GetMethod("IsActive")!.Invoke(null, [0]);
        File.Copy(mutated.Location, Environment.GetEnvironmentVariable("MUTANTS_KEPT")!, overwrite: true);
    }
}
