using System.Linq;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Planning;
using Xunit;

namespace SoftKernels.Generator.Tests.Planning;

/// <summary>The form that has values lie apart: checks and one call of the library, whatever the size.</summary>
public sealed class ColumnsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1000)]
    public void Each_operation_of_the_core_has_columns_if_asked(int size) => Assert.Equal(
        OperationCatalog.Core.Select(operation => $"{operation.Name}{size}Columns"),
        Columns(size, OperationCatalog.Core).Where(method => method.Operation.HasMember).Select(method => method.Shape.Name));

    [Fact]
    public void Two_results_have_them_too() => Assert.Equal(
        [
            "public static void SoftmaxLogSumExp10Columns(global::System.ReadOnlySpan<float> logits, global::System.Span<float> probabilities, global::System.Span<float> results, int columns)",
            "public static void ArgMax10Columns(global::System.ReadOnlySpan<float> values, global::System.Span<int> indices, global::System.Span<float> probabilities, int columns)",
        ],
        Heads(Extras.Columns, new SoftmaxLogSumExp(), new ArgMaxProbability()));

    [Fact]
    public void At_a_temperature_both_extras_are_asked_for()
    {
        Assert.Equal(
            [
                "public static void Softmax10Columns(global::System.ReadOnlySpan<float> logits, global::System.Span<float> probabilities, int columns)",
                "public static void Softmax10Columns(global::System.ReadOnlySpan<float> logits, float temperature, global::System.Span<float> probabilities, int columns)",
            ],
            Heads(Extras.Columns | Extras.Temperature, new Softmax()));
        Assert.Empty(Heads(Extras.Temperature, new Softmax()));
    }

    [Fact]
    public void Their_number_follows_the_spans() => Assert.Equal(
        "public static void ArgMax10Columns(global::System.ReadOnlySpan<float> values, global::System.Span<int> indices, int columns)", Columns(10, new ArgMax()).Single().Head);

    [Fact]
    public void Nothing_is_written_before_all_is_checked() => Assert.Equal(
        [
            "KernelThrow.IfNoColumns(10, columns, \"columns\");",
            "KernelThrow.IfNotBlocksOf(10, columns, logits.Length, \"logits\");",
            "KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, \"probabilities\");",
            "KernelThrow.IfPartlyOverlapping(logits, probabilities, \"probabilities\");",
            "Numerics.Columns.Softmax(logits, probabilities, 10, columns);",
        ],
        Columns(10, new Softmax()).Single().Body.Select(line => line.Replace("global::SoftKernels.", "")));

    [Fact]
    public void One_result_a_column_is_a_length_of_its_own() => Assert.Contains(
        "global::SoftKernels.KernelThrow.IfLengthIsNot(values.Length / 10, indices.Length, \"indices\");", Columns(10, new ArgMax()).Single().Body);

    [Fact]
    public void A_name_takes_the_place_of_the_size() => Assert.Equal(
        "SoftmaxClassesColumns",
        KernelMethods.Of([new KernelModel("float", 10, new Softmax().Flag, (int)Extras.Columns, "Classes")]).Single(method => method.Form == MethodForm.Columns).Shape.Name);

    [Fact]
    public void Every_parameter_is_documented() => Assert.All(Columns(10, OperationCatalog.Core), method => Assert.Equal(
        method.Shape.Parameters.Select(parameter => parameter.Name).Append("columns"),
        method.Documentation.Where(line => line.StartsWith("<param", System.StringComparison.Ordinal)).Select(line => line.Split('"')[1])));

    /// <summary>Of whoever asks for these: those with columns that are not the core's own, unless there is one operation.</summary>
    private static string[] Heads(Extras extras, params Operation[] operations) =>
    [
        .. KernelMethods.Of([new KernelModel("float", 10, operations.Aggregate(0, (flags, operation) => flags | operation.Flag), (int)extras)])
            .Where(method => method.Form == MethodForm.Columns && operations.Any(operation => operation.GetType() == method.Operation.GetType() || method.Operation is AtTemperature { Name: "Softmax" }))
            .Select(method => method.Head),
    ];

    private static MethodPlan[] Columns(int size, params Operation[] operations) =>
    [
        .. KernelMethods.Of([new KernelModel("float", size, operations.Sum(operation => operation.Flag), (int)Extras.Columns)])
            .Where(method => method.Form == MethodForm.Columns),
    ];
}
