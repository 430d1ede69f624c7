using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests;

/// <summary>The rooms of the generator, and which of them knows which.</summary>
public sealed class ArchitectureTests
{
    private const string Generator = "SoftKernels.Generator";
    private const string Roslyn = "Microsoft.CodeAnalysis";
    private static readonly string[] s_roomsOfRoslyn = ["Parsing", "Rules", "Diagnostics"];

    /// <summary>What each room may know, itself apart. The entry file knows all.</summary>
    private static readonly Dictionary<string, string[]> s_mayKnow = new()
    {
        ["Polyfills"] = [],
        ["Model"] = [],
        ["ElementTypes"] = [],
        ["Layouts"] = ["ElementTypes", "Model"],
        ["Reductions"] = ["Layouts"],
        ["Operations"] = ["ElementTypes", "Layouts", "Reductions"],
        ["Planning"] = ["ElementTypes", "Layouts", "Model", "Operations"],
        ["Emission"] = ["Planning"],
        ["Rules"] = ["ElementTypes", "Model", "Operations", "Planning"],
        ["Parsing"] = ["Model", "Rules"],
        ["Diagnostics"] = ["ElementTypes", "Model", "Operations", "Parsing", "Planning", "Rules"],
    };

    public static TheoryData<string> Rooms { get; } = [.. s_mayKnow.Keys];

    [Fact]
    public void Only_parsing_rules_diagnostics_and_the_entry_file_know_Roslyn() =>
        Assert.DoesNotContain(Repository.GeneratorSources(), source =>
            !s_roomsOfRoslyn.Contains(source.Room)
            && Path.GetFileName(source.Path) != "SoftKernelGenerator.cs"
            && File.ReadAllText(source.Path).Contains(Roslyn, StringComparison.Ordinal));

    [Theory]
    [InlineData("Parsing")]
    [InlineData("Rules")]
    [InlineData("Diagnostics")]
    [InlineData("")]
    public void And_those_are_found_to_know_it(string room) =>
        Assert.Contains(Repository.GeneratorSources(), source =>
            source.Room == room && File.ReadAllText(source.Path).Contains(Roslyn, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_those_below_it(string room) =>
        Assert.Subset(s_mayKnow[room].Append(room).ToHashSet(), RoomsKnownTo(room));

    /// <summary>Or the test above would prove nothing.</summary>
    [Theory]
    [InlineData("Emission", "Planning")]
    [InlineData("Planning", "Layouts")]
    [InlineData("Operations", "Reductions")]
    [InlineData("Parsing", "Rules")]
    public void And_is_found_to_know_them(string room, string known) => Assert.Contains(known, RoomsKnownTo(room));

    [Theory]
    [InlineData("class C { Planning.FilePlan F; }", "Planning")]
    [InlineData("class C : SoftKernels.Generator.Emission.D;", "Emission")]
    [InlineData("using static SoftKernels.Generator.Rules.Rule;", "Rules")]
    [InlineData("using Alias = Layouts.Layout;", "Layouts")]
    [InlineData("namespace SoftKernels.Generator.Operations.Steps;", "Operations")]
    public void A_room_is_known_by_whatever_name(string text, string known) => Assert.Equal([known], RoomsIn(text));

    [Fact]
    public void Every_room_of_the_generator_is_scanned() =>
        Assert.Equal(s_mayKnow.Keys.Append("").ToHashSet(), Repository.GeneratorSources().Select(source => source.Room).ToHashSet());

    [Fact]
    public void A_file_has_at_most_400_lines() =>
        Assert.DoesNotContain(Repository.GeneratorSources(), source => File.ReadLines(source.Path).Count() > 400);

    /// <summary>Layouts lower any step, and so none of them by name.</summary>
    [Fact]
    public void No_layout_and_no_plan_names_a_step()
    {
        string[] steps = [.. typeof(SoftKernelGenerator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Layouts.Step)) && !type.IsAbstract)
            .Select(type => type.Name)];

        Assert.Contains("ExactTotal", steps);
        Assert.All(
            from source in Repository.GeneratorSources()
            where source.Room is "Layouts" or "Planning" or "Emission"
            from name in Parse(File.ReadAllText(source.Path)).DescendantNodes().OfType<IdentifierNameSyntax>()
            where name.Parent is ObjectCreationExpressionSyntax or IsPatternExpressionSyntax or DeclarationPatternSyntax or TypeOfExpressionSyntax or CastExpressionSyntax
            select name.Identifier.ValueText,
            name => Assert.DoesNotContain(name, steps));
    }

    private static HashSet<string> RoomsKnownTo(string room) =>
        [.. Repository.GeneratorSources().Where(source => source.Room == room).SelectMany(source => RoomsIn(File.ReadAllText(source.Path)))];

    /// <summary>As a namespace, or from within the generator's own as the last part of one.</summary>
    private static HashSet<string> RoomsIn(string text) =>
    [
        .. from name in Parse(text).DescendantNodes().OfType<SimpleNameSyntax>()
           where s_mayKnow.ContainsKey(name.Identifier.ValueText) && IsNamespace(name)
           select name.Identifier.ValueText,
    ];

    private static CompilationUnitSyntax Parse(string text) => CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();

    private static bool IsNamespace(SimpleNameSyntax name) => name.Parent switch
    {
        QualifiedNameSyntax qualified when qualified.Right == name => qualified.Left.ToString() == Generator,
        QualifiedNameSyntax => true,
        MemberAccessExpressionSyntax access when access.Expression == name => char.IsUpper(access.Name.Identifier.ValueText[0]) && !IsMember(name),
        _ => false,
    };

    /// <summary>A property of the type around may have the name of a room.</summary>
    private static bool IsMember(SimpleNameSyntax name) => name.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => type.Members.Any(member =>
        member is PropertyDeclarationSyntax property && property.Identifier.ValueText == name.Identifier.ValueText));
}
