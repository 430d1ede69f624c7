using System;
using System.Linq;
using System.Text;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Parsing;

/// <summary>Generated files have names that every file system takes, and no two the same.</summary>
public sealed class FileNamesTests
{
    private const int MostBytes = 255;

    private static readonly bool[] s_ambiguity = [false, true];
    private static readonly string[] s_beginnings = ["a", "A", "b", "数", "ab", "Ab"];

    /// <summary>Letters of one, two and three bytes.</summary>
    public static TheoryData<char> Letters { get; } = ['a', 'ö', '数'];

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_name_of_any_length_fits(char letter) => Assert.All(
        from length in Enumerable.Range(1, 400) from isAmbiguous in s_ambiguity select FileNames.HintName(new string(letter, length), isAmbiguous),
        name => Assert.True(Encoding.UTF8.GetByteCount(name) <= MostBytes, name));

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_name_stays_whole_as_long_as_it_may(int length, bool isWhole)
    {
        string name = new('a', length);

        Assert.Equal(isWhole, FileNames.HintName(name, isAmbiguous: false) == name + FileNames.Suffix);
        Assert.Equal(isWhole, FileNames.HintName(name, isAmbiguous: true).StartsWith(name, StringComparison.Ordinal));
    }

    /// <summary>What comes last tells types apart.</summary>
    [Fact]
    public void Of_a_longer_name_the_end_is_kept() =>
        Assert.StartsWith(new string('b', 64) + "-", FileNames.HintName(new string('a', 200) + new string('b', 64), isAmbiguous: false), StringComparison.Ordinal);

    /// <summary>Names that end alike, that differ in case only, and in the number of their type parameters.</summary>
    [Fact]
    public void No_two_types_share_a_name()
    {
        string end = new('z', 120);
        string[] types = [.. s_beginnings.Select(begin => begin + new string('y', 100) + end), "C", "c", "Ca", "cA"];
        string source = string.Concat(types.Select(name => $"[SoftKernels.SoftKernel(Size = 2)] partial class {name} {{ }} [SoftKernels.SoftKernel(Size = 2)] partial class {name}<T> {{ }} "));

        string[] names = [.. GeneratorRun.Of(Consumer.Net80.Compile($"#pragma warning disable CS8981\n{source}")).Files.Select(file => file.HintName)];

        Assert.Equal(2 * types.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.True(Encoding.UTF8.GetByteCount(name) <= MostBytes, name));
        Assert.All(names, name => Assert.EndsWith(FileNames.Suffix, name, StringComparison.Ordinal));
    }
}
