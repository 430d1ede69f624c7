using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Tests.Harness;
using SoftKernels.Generator.Tests.Snapshots;
using Xunit;

namespace SoftKernels.Generator.Tests;

/// <summary>An operation is named in several places, which must agree.</summary>
public sealed class CatalogueTests
{
    private static readonly SoftOperations[] s_operations =
        [.. Enum.GetValues<SoftOperations>().Where(operation => int.PopCount((int)operation) == 1)];

    public static TheoryData<string> Operations { get; } = [.. s_operations.Select(operation => operation.ToString())];

    [Fact]
    public void The_catalogue_names_each_member_of_the_enum() =>
        Assert.Equal(Operations.Select(row => row.Data).Order(), OperationCatalog.All.Where(IsPlain).Select(operation => operation.Member).Distinct().Order());

    [Fact]
    public void The_catalogue_knows_the_bits_of_the_enum() =>
        Assert.All(OperationCatalog.All.Where(IsPlain), operation => Assert.Equal((int)Enum.Parse<SoftOperations>(operation.Member), operation.Flag));

    /// <summary>What does two of them in one pass comes with whoever asks for both, and is nobody's member.</summary>
    [Fact]
    public void The_catalogue_knows_both_bits_of_what_does_two_in_one_pass() => Assert.Equal(
        [("SoftmaxLogSumExp", SoftOperations.Softmax | SoftOperations.LogSumExp), ("ArgMax", SoftOperations.Softmax | SoftOperations.ArgMax)],
        OperationCatalog.All.Where(operation => int.PopCount(operation.Flag) > 1).Select(operation => (operation.Name, (SoftOperations)operation.Flag)));

    /// <summary>It opens the documentation of its methods.</summary>
    [Fact]
    public void Each_operation_says_what_it_is() => Assert.All(OperationCatalog.All, operation => Assert.Matches(@"^\S.*\.$", operation.Summary));

    [Fact]
    public void Core_is_that_of_the_enum()
    {
        Assert.Equal((int)SoftOperations.Core, OperationCatalog.CoreFlags);
        Assert.Equal(SoftOperations.Core, new SoftKernelAttribute().Operations);
    }

    [Fact]
    public void Training_and_choice_are_what_stands_behind_two_results_and_before_the_variants() => Assert.Equal(
        SoftOperations.Training | SoftOperations.Choice,
        OperationCatalog.All.SkipWhile(operation => operation.HasMember).SkipWhile(operation => !operation.HasMember).TakeWhile(operation => operation.Extra == Extras.None)
            .Aggregate(SoftOperations.None, (all, operation) => all | (SoftOperations)operation.Flag));

    [Fact]
    public void The_extras_are_those_of_the_enum() => Assert.Equal(
        Enum.GetValues<SoftExtras>().ToDictionary(extra => extra.ToString(), extra => (int)extra),
        Enum.GetValues<Extras>().ToDictionary(extra => extra.ToString(), extra => (int)extra));

    [Fact]
    public void All_extras_is_every_one_of_them() => Assert.Equal(OperationCatalog.AllExtras, Enum.GetValues<Extras>().Aggregate((all, extra) => all | extra));

    [Fact]
    public void All_is_every_member_of_the_enum() =>
        Assert.Equal(SoftOperations.All, s_operations.Aggregate((all, operation) => all | operation));

    /// <summary>One of each size, or one of all, where nothing is unrolled.</summary>
    [Theory]
    [MemberData(nameof(Operations))]
    public void Each_operation_has_its_snapshots(string operation)
    {
        int count(string pattern) => Directory.EnumerateFiles(Repository.Snapshots, $"{nameof(OperationSnapshots)}.{pattern}#*.verified.cs").Count();
        bool isUnrolled = OperationCatalog.All.First(one => one.Member == operation).Steps.Length > 0;

        Assert.Equal(
            isUnrolled ? (OperationSnapshots.Sizes.Count, 0) : (0, 1),
            (count($"{nameof(OperationSnapshots.Alone)}_operation={operation}_size=*"), count($"{nameof(OperationSnapshots.NothingUnrolled)}_operation={operation}")));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Each_operation_opens_a_row_of_a_table_in_the_readme(string operation) =>
        Assert.Contains(ReadmeRows(), cell => Regex.IsMatch(cell, $@"\b{operation}(N|\d+)?\b"));

    /// <summary>Where unrolling ends: each threshold names the row that has its measurement.</summary>
    [Fact]
    public void Each_threshold_is_a_row_of_a_table()
    {
        string chooser = File.ReadAllText(Path.Combine(Repository.Generator, "Layouts", "LayoutChooser.cs"));
        string[] named = [.. Regex.Matches(chooser, "<summary>Row \"(.+?)\"").Select(match => match.Groups[1].Value)];

        Assert.Equal(6, named.Length);
        Assert.All(named, name => Assert.Contains(FirstCells("docs", "performance.md"), cell => cell.Trim() == name));
    }

    private static bool IsPlain(Operation operation) => operation.Extra == Extras.None && int.PopCount(operation.Flag) == 1;

    private static IEnumerable<string> ReadmeRows() => FirstCells("README.md");

    /// <summary>Of each row of a page's tables.</summary>
    private static IEnumerable<string> FirstCells(params string[] page) =>
        from line in File.ReadLines(Path.Combine([Repository.Root, .. page]))
        where line.StartsWith('|')
        select line.Split('|')[1];
}
