using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using SoftKernels.Generator.Diagnostics.Calls;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Planning;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Planning;

/// <summary>What an extra asks for, of a catalogue that is these tests' own.</summary>
public sealed class ExtrasTests
{
    private const int Size = 1000;

    private static readonly Level s_plain = new();

    private static readonly Operation[] s_operations =
        [s_plain, new Winner(), new TemperatureLevel(s_plain), new MaskedLevel(s_plain), new TemperedMaskedLevel(s_plain)];

    private static readonly SizedForm[] s_forms = KernelMethods.Forms;

    [Fact]
    public void Without_extras_there_are_the_plain_methods() => Assert.Equal(
        ["Level1000(logits, levels)", "Level1000Rows(logits, levels)", "Level(logits, levels)"], Calls(s_plain.Flag, Extras.None));

    [Fact]
    public void An_extra_adds_the_variants_of_what_is_asked_for() => Assert.Equal(
        [
            "Level1000(logits, levels)", "Level1000Rows(logits, levels)", "Level(logits, levels)",
            "Level1000(logits, temperature, levels)", "Level1000Rows(logits, temperature, levels)", "Level(logits, temperature, levels)",
        ],
        Calls(s_plain.Flag, Extras.Temperature));

    [Fact]
    public void An_extra_adds_forms_to_the_operations_that_have_them() => Assert.Equal(
        [
            "Level1000(logits, levels)", "Level1000Rows(logits, levels)", "Level1000Columns(logits, levels)", "Level(logits, levels)",
            "Winner1000(values, out maximum)", "Winner1000Rows(values, indices, maxima)", "Winner(values, out maximum)",
        ],
        Calls(s_plain.Flag | new Winner().Flag, Extras.Columns));

    [Fact]
    public void A_form_of_a_variant_takes_both_extras() => Assert.Equal(
        [
            "Level1000(logits, levels)", "Level1000Rows(logits, levels)", "Level1000Columns(logits, levels)", "Level(logits, levels)",
            "MaskedLevel1000(logits, mask, levels)", "MaskedLevel1000Rows(logits, mask, levels)", "MaskedLevel1000Columns(logits, mask, levels)", "MaskedLevel(logits, mask, levels)",
        ],
        Calls(s_plain.Flag, Extras.Mask | Extras.Columns));

    [Fact]
    public void A_variant_of_two_extras_takes_both() => Assert.Equal(
        ["Level1000", "Level1000", "MaskedLevel1000", "MaskedLevel1000"],
        Calls(s_plain.Flag, Extras.Temperature | Extras.Mask).Select(call => call.Split('(')[0]).Where(name => name.EndsWith("1000", StringComparison.Ordinal)));

    [Fact]
    public void An_extra_of_another_operation_adds_nothing() => Assert.Equal(
        ["Winner1000(values, out maximum)", "Winner1000Rows(values, indices, maxima)", "Winner(values, out maximum)"], Calls(new Winner().Flag, OperationCatalog.AllExtras));

    /// <summary>Kernels of other sizes stay without: the method for any length has only those that ask for the variant.</summary>
    [Fact]
    public void Each_kernel_has_extras_of_its_own()
    {
        var methods = PlanText.Methods(
            [s_plain, new TemperatureLevel(s_plain)], s_forms, new KernelModel("float", 3, s_plain.Flag), new KernelModel("float", 4, s_plain.Flag, (int)Extras.Temperature));

        Assert.Equal(
            ["Level3", "Level3Rows", "Level4", "Level4Rows", "Level", "Level4", "Level4Rows", "Level"], methods.Select(method => method.Shape.Name));
    }

    [Theory]
    [InlineData("Level", OperationCatalog.AllExtras)]
    [InlineData("Winner", Extras.None)]
    [InlineData("Level, Winner", OperationCatalog.AllExtras)]
    [InlineData("", Extras.None)]
    public void An_extra_is_had_if_one_of_the_operations_has_it(string asked, object extras) => Assert.Equal(
        (Extras)extras,
        OperationCatalog.ExtrasOf(s_operations, asked.Split(", ").Sum(name => s_operations.FirstOrDefault(operation => operation.Name == name)?.Flag ?? 0)));

    /// <summary>As the analyzers of calls do: by kinds, since the library has other types of values too.</summary>
    [Theory]
    [InlineData("ReadOnlySpan<Half> logits, Span<Half> levels", 0)]
    [InlineData("ReadOnlySpan<Half> logits, Half temperature, Span<Half> levels", 1)]
    [InlineData("ReadOnlySpan<double> logits, ReadOnlySpan<bool> mask, Span<double> levels", 2)]
    [InlineData("ReadOnlySpan<float> logits, ReadOnlySpan<bool> mask, float temperature, Span<float> levels", 3)]
    [InlineData("ReadOnlySpan<float> logits, bool temperature, Span<float> levels", null)]
    [InlineData("ReadOnlySpan<float> logits, ReadOnlySpan<float> temperature, Span<float> levels", null)]
    [InlineData("ReadOnlySpan<float> logits, double temperature, Span<float> levels", null)]
    [InlineData("ReadOnlySpan<float> logits, ulong mask, Span<float> levels", null)]
    [InlineData("float[] logits, Span<float> levels", null)]
    [InlineData("ReadOnlySpan<float> logits", null)]
    public void A_call_of_the_library_is_told_by_the_kinds_of_its_parameters(string parameters, int? operation)
    {
        Operation[] variants = [s_plain, new TemperatureLevel(s_plain), new MaskedLevel(s_plain), new TemperedMaskedLevel(s_plain)];
        var method = (IMethodSymbol)Consumer.Net80.Compile($"using System; class C {{ void M({parameters}) {{ }} }}").GetTypeByMetadataName("C")!.GetMembers("M").Single();

        Assert.Equal(
            operation is { } one ? [variants[one]] : [],
            variants.Where(variant => KernelCalls.HasKindsOf(method, new(MethodForm.AnyLength, variant, ElementTypeCatalog.All[0], variant.Name))));
    }

    private static string[] Calls(int operations, Extras extras) =>
    [
        .. PlanText.Methods(s_operations, s_forms, new KernelModel("float", Size, operations, (int)extras))
            .Where(method => method.IsPublic)
            .Select(method => $"{method.Shape.Name}({method.Shape.Arguments})"),
    ];
}
