using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Emission;

/// <summary>Generated code compiles without a warning, whatever stands round it.</summary>
public sealed class CompileTests
{
    private static readonly Consumer[] s_consumers =
    [
        Consumer.NetStandard20,
        Consumer.NetStandard20 with { Language = LanguageVersion.Latest, Nullable = NullableContextOptions.Enable },
        Consumer.Net80 with { Nullable = NullableContextOptions.Enable },
        Consumer.Net100 with { Nullable = NullableContextOptions.Enable },
        Consumer.Net100,
    ];

    private static readonly Dictionary<string, Consumer> s_byName = s_consumers.ToDictionary(consumer => consumer.ToString());

    public static TheoryData<string, string> Classic { get; } = Cases(Shapes.Classic.Keys, s_consumers);

    public static TheoryData<string, string> Modern { get; } = Cases(Shapes.Modern.Keys, s_consumers.Where(consumer => consumer.Framework != "netstandard2.0"));

    [Theory]
    [MemberData(nameof(Classic))]
    public void Classic_shapes_compile(string shape, string consumer) => AssertCompiles(s_byName[consumer].Compile(Shapes.Classic[shape]));

    [Theory]
    [MemberData(nameof(Modern))]
    public void Modern_shapes_compile(string shape, string consumer) => AssertCompiles(s_byName[consumer].Compile(Shapes.Modern[shape]));

    [Fact]
    public void A_warning_in_a_generated_file_would_be_seen()
    {
        CSharpCompilation compilation = Consumer.Net80.Compile("class C { int _unused; }");

        Assert.Equal(["CS0169"], Complaints(compilation).Select(complaint => complaint.Id));
    }

    private static TheoryData<string, string> Cases(IEnumerable<string> shapes, IEnumerable<Consumer> consumers) =>
        [.. from shape in shapes from consumer in consumers select new TheoryDataRow<string, string>(shape, consumer.ToString())];

    private static void AssertCompiles(CSharpCompilation compilation)
    {
        GeneratorRun run = GeneratorRun.Of(compilation);

        Assert.NotEmpty(run.Files);
        Assert.Empty(Complaints(run.Output));
    }

    /// <summary>The users' own types go without documentation.</summary>
    private static IEnumerable<Diagnostic> Complaints(Compilation compilation) => compilation.GetDiagnostics().Where(diagnostic =>
        diagnostic.Severity >= DiagnosticSeverity.Warning
        && !(diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree!.FilePath.StartsWith("Source", System.StringComparison.Ordinal)));
}
