using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests;

public sealed class ArchitectureTests
{
    private const string Roslyn = "Microsoft.CodeAnalysis";
    private static readonly string[] s_roomsOfRoslyn = ["Parsing", "Diagnostics"];

    [Fact]
    public void Only_parsing_diagnostics_and_the_entry_file_know_Roslyn() =>
        Assert.DoesNotContain(Repository.GeneratorSources(), source =>
            !s_roomsOfRoslyn.Contains(source.Room)
            && Path.GetFileName(source.Path) != "SoftKernelGenerator.cs"
            && File.ReadAllText(source.Path).Contains(Roslyn, StringComparison.Ordinal));

    [Theory]
    [InlineData("Parsing")]
    [InlineData("Diagnostics")]
    [InlineData("")]
    public void And_those_are_found_to_know_it(string room) =>
        Assert.Contains(Repository.GeneratorSources(), source =>
            source.Room == room && File.ReadAllText(source.Path).Contains(Roslyn, StringComparison.Ordinal));

    [Fact]
    public void Every_room_of_the_generator_is_scanned() =>
        Assert.Superset(
            new HashSet<string> { "Parsing", "Model", "Recipes", "ElementTypes", "Layouts", "Emission", "Diagnostics" },
            Repository.GeneratorSources().Select(source => source.Room).ToHashSet());

    [Fact]
    public void A_file_has_at_most_400_lines() =>
        Assert.DoesNotContain(Repository.GeneratorSources(), source => File.ReadLines(source.Path).Count() > 400);
}
