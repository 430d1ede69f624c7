using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Parsing;
using SoftKernels.Generator.Rules;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Parsing;

public sealed class KernelParserTests
{
    private const int Core = 0b11_1111;

    [Theory]
    [InlineData("class Kernels;", "class", "Kernels")]
    [InlineData("struct Kernels;", "struct", "Kernels")]
    [InlineData("record Kernels;", "record", "Kernels")]
    [InlineData("record class Kernels(int X);", "record", "Kernels")]
    [InlineData("record struct Kernels;", "record struct", "Kernels")]
    [InlineData("interface Kernels;", "interface", "Kernels")]
    [InlineData("interface Kernels<in T, out U>;", "interface", "Kernels<in T, out U>")]
    [InlineData("class Kernels<T, @class> where T : struct;", "class", "Kernels<T, @class>")]
    [InlineData("class @class;", "class", "@class")]
    [InlineData("class @record;", "class", "@record")]
    [InlineData("class K\\u0065rnels;", "class", "Kernels")]
    public void A_declaration_is_a_keyword_and_a_name(string declaration, string keyword, string name) =>
        Assert.Equal(new TypeDeclaration(keyword, name), Assert.Single(Parse($"[SoftKernels.SoftKernel(Size = 4)] partial {declaration}").Types));

    [Fact]
    public void Containing_types_come_outermost_first()
    {
        KernelTypeModel model = Parse("""
            namespace A.@in.B
            {
                partial interface I<T> { partial record struct S<T1> { [SoftKernels.SoftKernel(Size = 4)] static partial class C; } }
            }
            """);

        Assert.Equal([new("interface", "I<T>"), new("record struct", "S<T1>"), new("class", "C")], model.Types);
        Assert.Equal("A.@in.B", model.Namespace);
        Assert.Equal("A.in.B.I`1+S`1+C", model.MetadataName);
    }

    [Fact]
    public void The_global_namespace_is_empty()
    {
        KernelTypeModel model = Parse("[SoftKernels.SoftKernel(Size = 4)] partial class C;");

        Assert.Equal("", model.Namespace);
        Assert.Equal("C", model.MetadataName);
    }

    [Fact]
    public void Kernels_are_ordered_by_element_type_then_size()
    {
        KernelTypeModel model = Parse("""
            using SoftKernels;
            [SoftKernel(Size = 100)]
            [SoftKernel(Size = 9)]
            [SoftKernel(Size = 20, ElementType = typeof(double), Operations = SoftOperations.Max)]
            partial class C;
            """);

        Assert.Equal([new("double", 20, 8), new("float", 9, Core), new("float", 100, Core)], model.Kernels);
    }

    [Fact]
    public void Kernels_of_one_size_are_ordered_by_name()
    {
        KernelTypeModel model = Parse("""
            using SoftKernels;
            [SoftKernel(4, Name = "b")]
            [SoftKernel(5, Name = nameof(C))]
            [SoftKernel(Name = "B", Size = 4)]
            [SoftKernel(4)]
            partial class C;
            """);

        Assert.Equal([new("float", 4, Core), new("float", 4, Core, Name: "B"), new("float", 4, Core, Name: "b"), new("float", 5, Core, Name: "C")], model.Kernels);
    }

    /// <summary>In a library that has been compiled: its attribute is asked for when its methods are called.</summary>
    [Theory]
    [InlineData("4, Name = \"A\"", 4, "A", Extras.None)]
    [InlineData("Size = 5, Extras = (SoftExtras)(8 | 2)", 5, null, Extras.Mask)]
    [InlineData("Name = \"A\"", null, "A", Extras.None)]
    public void A_declaration_is_read_from_metadata_too(string arguments, int? size, string? name, object extras)
    {
        using var assembly = new MemoryStream();
        CSharpCompilation library = Consumer.Net80.Compile($"using SoftKernels; [SoftKernel({arguments})] public partial class C;").WithAssemblyName("Library");
        Assert.True(library.WithOptions(library.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default)).Emit(assembly, cancellationToken: TestContext.Current.CancellationToken).Success);

        KernelDeclaration declaration = Assert.Single(KernelDeclaration.Of(
            Consumer.Net80.Compile("").AddReferences(MetadataReference.CreateFromImage(assembly.ToArray())).GetTypeByMetadataName("C")!));

        Assert.Equal((size, name, (Extras)extras, Core), (declaration.Size, declaration.Name, declaration.Extras, declaration.Operations));
    }

    [Theory]
    [InlineData("SoftOperations.Core", Core)]
    [InlineData("SoftOperations.All", 0b1111_1111_1111)]
    [InlineData("SoftOperations.Softmax | SoftOperations.ArgMax", 0b01_0001)]
    [InlineData("~SoftOperations.ArgMax", 0b1111_1110_1111)]
    [InlineData("(SoftOperations)(-1)", 0b1111_1111_1111)]
    public void Operations_are_the_bits_that_the_enum_defines(string operations, int bits) =>
        Assert.Equal(bits, Assert.Single(Parse($"using SoftKernels; [SoftKernel(Size = 4, Operations = {operations})] partial class C;").Kernels).Operations);

    [Theory]
    [InlineData("[SoftKernelAttribute(Size = 4)]")]
    [InlineData("[SoftKernel(4)]")]
    [InlineData("[SoftKernel(size: 4)]")]
    [InlineData("[SoftKernel('\\x4', ElementType = typeof(float))]")]
    [InlineData("[Alias(Sizes.Two * 2, Extras = SoftExtras.None, Name = null)]")]
    [InlineData("[SoftKernel(Size = Sizes.Two + 2)]")]
    [InlineData("[SoftKernel(Size = '\\x4')]")]
    [InlineData("[SoftKernel(ElementType = typeof(System.Single), Size = 4)]")]
    [InlineData("[Alias(Size = 4)]")]
    [InlineData("[Space::SoftKernel(Size = 4)]")]
    [InlineData("[Space.SoftKernelAttribute(Size = 4)]")]
    [InlineData("[type: SoftKernel(Size = 4)]")]
    [InlineData("[System.Obsolete, SoftKernel(Size = 4)]")]
    [InlineData("[global::SoftKernels.SoftKernel(Size = checked(1 + 3))]")]
    public void An_attribute_may_be_written_in_many_ways(string attribute)
    {
        KernelTypeModel model = Parse($$"""
            using SoftKernels;
            using Alias = SoftKernels.SoftKernelAttribute;
            using Space = SoftKernels;
            static class Sizes { public const int Two = 2; }
            {{attribute}} partial class C;
            """);

        Assert.Equal(new KernelModel("float", 4, Core), Assert.Single(model.Kernels));
    }

    [Fact]
    public void Parts_of_one_type_are_one_model_wherever_they_stand()
    {
        const string First = "[SoftKernels.SoftKernel(Size = 4)] partial class C; [SoftKernels.SoftKernel(Size = 3)] partial class C;";
        const string Second = "[SoftKernels.SoftKernel(Size = 2)] partial class C; partial class C;";

        KernelTypeModel model = Assert.Single(GeneratorRun.Of(Consumer.Net80.Compile(First, Second)).Models);

        Assert.Equal([2, 3, 4], model.Kernels.Select(kernel => kernel.Size));
        Assert.Equal(model, Assert.Single(GeneratorRun.Of(Consumer.Net80.Compile(Second, First)).Models));
    }

    [Theory]
    [InlineData("namespace Other { class SoftKernelAttribute : System.Attribute { public int Size { get; set; } } } namespace User { using Other; [SoftKernel(Size = 4)] partial class C; }")]
    [InlineData("namespace Other.SoftKernels { class SoftKernelAttribute : System.Attribute { public int Size { get; set; } } } namespace User { [Other.SoftKernels.SoftKernel(Size = 4)] partial class C; }")]
    [InlineData("namespace SoftKernels { class SoftKernelAttribute<T> : System.Attribute { public int Size { get; set; } } [SoftKernel<int>(Size = 4)] partial class C; }")]
    [InlineData("namespace SoftKernels { class Outer { public class SoftKernelAttribute : System.Attribute { public int Size { get; set; } } } [Outer.SoftKernel(Size = 4)] partial class C; }")]
    [InlineData("class SoftKernelAttribute : System.Attribute { public int Size { get; set; } } [SoftKernel(Size = 4)] partial class C;")]
    public async Task Namesakes_of_the_attribute_mean_nothing(string source)
    {
        GeneratorRun run = GeneratorRun.Of(Consumer.Net80.Compile(source));

        Assert.Empty(run.Models);
        Assert.Empty(await RuleCheck.Diagnostics(run.Output));
    }

    /// <summary>The compiler refuses one of the two, and there is no telling which one was meant.</summary>
    [Theory]
    [InlineData("[SoftKernels.SoftKernel(Size = 4)] partial class C; partial struct C;")]
    [InlineData("[SoftKernels.SoftKernel(Size = 4)] partial class C; [SoftKernels.SoftKernel(Size = 5)] partial struct C;")]
    [InlineData("partial class Outer { [SoftKernels.SoftKernel(Size = 4)] partial class C; } partial struct Outer { }")]
    public void A_type_with_a_namesake_is_left_out(string source) => Assert.Empty(GeneratorRun.Of(Consumer.Net80.Compile(source)).Models);

    [Theory]
    [InlineData("[SoftKernels.SoftKernel(Size = 4)] partial class C;", "file class C;")]
    [InlineData("[SoftKernels.SoftKernel(Size = 4)] partial class C;", "partial struct C<T>;")]
    [InlineData("[SoftKernels.SoftKernel(Size = 4)] partial class C;", "namespace N { class C; }")]
    public void What_only_looks_like_a_namesake_is_none(string source, string other) => Assert.Single(GeneratorRun.Of(Consumer.Net80.Compile(source, other)).Models);

    /// <summary>Two types in one of the places that the pipeline compares.</summary>
    [Fact]
    public void The_order_of_the_files_is_no_matter()
    {
        var (one, other) = MeetInOnePlace();
        string[] sources = [Annotated(one), Annotated(other)];

        Assert.Equal(Parsed(sources), Parsed([.. sources.Reverse()]));
        Assert.Equal(2, Parsed(sources).Max(place => place.Count));
        Assert.Equal(
            [one, other],
            Parsed(sources).Single(place => place.Count > 0).Select(output => Assert.IsType<KernelFile>(output).Type.MetadataName).Order(StringComparer.Ordinal));

        static string Annotated(string name) => $"[SoftKernels.SoftKernel(Size = 4)] partial class {name};";

        static EquatableArray<KernelOutput>[] Parsed(string[] sources) => KernelParser.Parse(new(Consumer.Net80.Compile(sources), new BuildProperties(off: false)), TestContext.Current.CancellationToken);
    }

    private static (string One, string Other) MeetInOnePlace()
    {
        Dictionary<uint, string> places = [];
        for (int i = 0; ; i++)
        {
            string name = $"C{i:d6}";
            if (!places.TryAdd(StableHash.Of(name) % 1024, name))
            {
                return (places[StableHash.Of(name) % 1024], name);
            }
        }
    }

    private static KernelTypeModel Parse(string source) => Assert.Single(GeneratorRun.Of(Consumer.Net80.Compile(source)).Models);
}
