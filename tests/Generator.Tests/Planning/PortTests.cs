using System;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator.Operations;
using Xunit;

namespace SoftKernels.Generator.Tests.Planning;

/// <summary>
/// Masks, labels, scalars and second results: methods, documentation, checks and calls follow from the ports alone. The operations are
/// these tests' own, and so is a reduction: no layout, plan or printer knows them.
/// </summary>
public sealed class PortTests
{
    private static readonly int[] s_sizes = [1, 4, 5, 10, 1000];

    private static readonly Operation[] s_all = [new Masked(), new Loss(), new Scaled(), new Winner(), new Drawn()];

    public static TheoryData<string> All { get; } = [.. s_all.Select(operation => operation.Name)];

    [Fact]
    public void A_mask_is_a_span_in_every_form() => AssertText("""
        public static void Masked1000(ReadOnlySpan<float> logits, ReadOnlySpan<bool> mask, Span<float> shifted)
        public static void Masked1000Rows(ReadOnlySpan<float> logits, ReadOnlySpan<bool> mask, Span<float> shifted)
        public static void Masked(ReadOnlySpan<float> logits, ReadOnlySpan<bool> mask, Span<float> shifted)
        """, PlanText.Heads(new Masked(), 1000));

    [Fact]
    public void A_label_is_a_number_for_a_row_and_a_span_for_several() => AssertText("""
        public static double Loss1000(ReadOnlySpan<double> logits, int label, Span<double> gradient)
        public static void Loss1000Rows(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> losses, Span<double> gradient)
        public static double Loss(ReadOnlySpan<double> logits, int label, Span<double> gradient)
        """, PlanText.Heads(new Loss(), 1000, "double"));

    [Fact]
    public void A_scalar_stays_a_scalar() => AssertText("""
        public static void Scaled1000(ReadOnlySpan<float> logits, float temperature, Span<float> scaled)
        public static void Scaled1000Rows(ReadOnlySpan<float> logits, float temperature, Span<float> scaled)
        public static void Scaled(ReadOnlySpan<float> logits, float temperature, Span<float> scaled)
        """, PlanText.Heads(new Scaled(), 1000));

    [Fact]
    public void Of_two_results_one_is_returned_and_one_is_a_parameter_and_for_several_rows_both_are_spans() => AssertText("""
        public static int Winner4(ReadOnlySpan<float> values, out float maximum)
        public static void Winner4Rows(ReadOnlySpan<float> values, Span<int> indices, Span<float> maxima)
        private static int Winner4Core(ReadOnlySpan<float> values, out float maximum)
        private static int Winner4RowsBy16(ReadOnlySpan<float> values, Span<int> indices, Span<float> maxima, int row)
        private static int Winner4RowsBy8(ReadOnlySpan<float> values, Span<int> indices, Span<float> maxima, int row)
        private static int Winner4RowsBy4(ReadOnlySpan<float> values, Span<int> indices, Span<float> maxima, int row)
        public static int Winner(ReadOnlySpan<float> values, out float maximum)
        """, PlanText.Heads(new Winner(), 4));

    [Fact]
    public void Without_a_dataflow_all_is_the_librarys()
    {
        AssertText("""
            public static int Drawn4(ReadOnlySpan<float> logits, float temperature)
            public static void Drawn4Rows(ReadOnlySpan<float> logits, float temperature, Span<int> indices)
            public static int Drawn(ReadOnlySpan<float> logits, float temperature)
            """, PlanText.Heads(new Drawn(), 4));
        AssertText("""
            KernelThrow.IfLengthIsNot(4, logits.Length, "logits");
            return SoftMath.Drawn(logits, temperature);
            """, PlanText.Body(new Drawn(), 4, "Drawn4"));
        AssertText("return SoftMath.Drawn(logits, temperature);", PlanText.Body(new Drawn(), 4, "Drawn"));
    }

    [Fact]
    public void A_mask_is_documented() => AssertText("""
        <summary>What is left. For each row of a row-major matrix with 4 columns and any number of rows.</summary>
        <param name="logits">The matrix: a multiple of 4 values.</param>
        <param name="mask">Which values take part: 4 for all rows, or as many as the matrix has values.</param>
        <param name="shifted">The values above the least: as many values as the matrix; the same span works in place.</param>
        <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together, or share memory where they must not. Nothing has been written.</exception>
        <inheritdoc cref="SoftMath.Masked(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float})" path="/remarks"/>
        """, PlanText.Documentation(new Masked(), 4, "Masked4Rows"));

    [Fact]
    public void A_label_and_what_is_no_label_are_documented() => AssertText("""
        <summary>How wrong it is. Exactly 4 values.</summary>
        <param name="logits">The row: 4 values.</param>
        <param name="label">The true class.</param>
        <param name="gradient">Its gradient: 4 values; the same span as the row works in place.</param>
        <returns>The loss.</returns>
        <exception cref="ArgumentException">A length is not 4, or the spans overlap without beginning together. Nothing has been written.</exception>
        <exception cref="ArgumentOutOfRangeException">A label is no index of a row. Nothing has been written.</exception>
        <inheritdoc cref="SoftMath.Loss(ReadOnlySpan{float}, int, Span{float})" path="/remarks"/>
        """, PlanText.Documentation(new Loss(), 4, "Loss4"));

    [Fact]
    public void A_scalar_is_documented() => AssertText("""
        <summary>x · τ. For each row of a row-major matrix with 4 columns and any number of rows.</summary>
        <param name="logits">The matrix: a multiple of 4 values.</param>
        <param name="temperature">The temperature, for all rows.</param>
        <param name="scaled">The scaled values: as many values as the matrix; the same span works in place.</param>
        <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
        <exception cref="ArgumentOutOfRangeException">The temperature is negative, infinite or NaN. Nothing has been written.</exception>
        <inheritdoc cref="SoftMath.Scaled(ReadOnlySpan{float}, float, Span{float})" path="/remarks"/>
        """, PlanText.Documentation(new Scaled(), 4, "Scaled4Rows"));

    [Fact]
    public void A_second_result_is_documented() => AssertText("""
        <summary>The maximum and its place. Exactly 4 values.</summary>
        <param name="values">The row: 4 values.</param>
        <param name="maximum">The maximum.</param>
        <returns>Where the maximum stands.</returns>
        <exception cref="ArgumentException">The length is not 4.</exception>
        <inheritdoc cref="SoftMath.Winner(ReadOnlySpan{float}, out float)" path="/remarks"/>
        """, PlanText.Documentation(new Winner(), 4, "Winner4"));

    [Fact]
    public void Any_length_says_what_the_library_says() => AssertText("""
        <inheritdoc cref="SoftMath.Winner(ReadOnlySpan{float}, out float)"/>
        """, PlanText.Documentation(new Winner(), 4, "Winner"));

    [Fact]
    public void A_row_checks_what_its_ports_ask_for() => AssertText("""
        KernelThrow.IfLengthIsNot(4, logits.Length, "logits");
        KernelThrow.IfLengthIsNot(4, gradient.Length, "gradient");
        KernelThrow.IfLabelIsOutside(4, label, "label");
        KernelThrow.IfPartlyOverlapping(logits, gradient, "gradient");
        return Loss4Core(logits, label, gradient);
        """, PlanText.Body(new Loss(), 4, "Loss4"));

    [Fact]
    public void Rows_check_the_same_and_what_they_share_with_each_other() => AssertText("""
        KernelThrow.IfNotRowsOf(1000, logits.Length, "logits");
        KernelThrow.IfLengthIsNot(logits.Length / 1000, labels.Length, "labels");
        KernelThrow.IfLengthIsNot(logits.Length / 1000, losses.Length, "losses");
        KernelThrow.IfLengthIsNot(logits.Length, gradient.Length, "gradient");
        KernelThrow.IfLabelIsOutside(1000, labels, "labels");
        KernelThrow.IfPartlyOverlapping(logits, losses, "losses");
        KernelThrow.IfSharingMemory(labels, losses, "losses");
        KernelThrow.IfPartlyOverlapping(logits, gradient, "gradient");
        KernelThrow.IfSharingMemory(labels, gradient, "gradient");
        KernelThrow.IfSharingMemory(losses, gradient, "gradient");
        Rows.Loss(logits, labels, losses, gradient, 1000);
        """, PlanText.Body(new Loss(), 1000, "Loss1000Rows"));

    [Fact]
    public void A_row_that_is_the_librarys_leaves_the_other_checks_to_it() => AssertText("""
        KernelThrow.IfLengthIsNot(1000, logits.Length, "logits");
        KernelThrow.IfLengthIsNot(1000, scaled.Length, "scaled");
        SoftMath.Scaled(logits, temperature, scaled);
        """, PlanText.Body(new Scaled(), 1000, "Scaled1000"));

    [Fact]
    public void A_mask_for_all_rows_goes_to_the_library_since_blocks_read_a_row_of_it_for_each() => AssertText("""
        KernelThrow.IfNotRowsOf(4, logits.Length, "logits");
        KernelThrow.IfLengthIsNeither(4, logits.Length, mask.Length, "mask");
        KernelThrow.IfLengthIsNot(logits.Length, shifted.Length, "shifted");
        KernelThrow.IfPartlyOverlapping(logits, shifted, "shifted");
        KernelThrow.IfSharingMemory(mask, shifted, "shifted");
        #if NET8_0_OR_GREATER
        int rows = logits.Length / 4;
        for (int row = 0; row < rows;)
        {
            // Blocks of rows, up to one that is not ordinary.
            if (Vector512.IsHardwareAccelerated && rows >= 16 && mask.Length == logits.Length)
            {
                row = Masked4RowsBy16(logits, mask, shifted, row);
            }
            else if (Vector256.IsHardwareAccelerated && rows >= 8 && mask.Length == logits.Length)
            {
                row = Masked4RowsBy8(logits, mask, shifted, row);
            }
            else if (Vector128.IsHardwareAccelerated && rows >= 4 && mask.Length == logits.Length)
            {
                row = Masked4RowsBy4(logits, mask, shifted, row);
            }
            else
            {
                Rows.Masked(logits, mask, shifted, 4);
                return;
            }

            // Row by row: that block, or what is left over.
            for (int end = Math.Min(row + 16, rows); row < end; row++)
            {
                Masked4Core(logits.Slice(row * 4, 4), mask.Slice(mask.Length == 4 ? 0 : row * 4, 4), shifted.Slice(row * 4, 4));
            }
        }
        #else
        Rows.Masked(logits, mask, shifted, 4);
        #endif
        """, PlanText.Body(new Masked(), 4, "Masked4Rows"));

    [Fact]
    public void A_row_of_several_results_gets_one_of_each() => Assert.Contains(
        "        indices[row] = Winner4Core(values.Slice(row * 4, 4), out maxima[row]);\n", PlanText.Body(new Winner(), 4, "Winner4Rows"), StringComparison.Ordinal);

    [Fact]
    public void A_row_in_registers_takes_any_ports_and_a_reduction_that_it_does_not_know() => AssertText("""
        #if NET8_0_OR_GREATER
        // Optimised from the first call on: KernelOptions says how.
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        ref float source = ref MemoryMarshal.GetReference(logits);
        ref bool maskStart = ref MemoryMarshal.GetReference(mask);
        ref float destination = ref MemoryMarshal.GetReference(shifted);

        if (Vector128.IsHardwareAccelerated)
        {
            // 1 register of 4.
            var lanes = Registers.Single128;

            // The row.
            var x0 = lanes.Load(ref source, 0);
            var mask0 = lanes.LoadMask(ref maskStart, 0);

            // What takes part.
            var left0 = lanes.Where(mask0, x0);

            // The least.
            var least = lanes.MinInEveryLane(left0);
            var above0 = left0 - least;
            lanes.Store(above0, ref destination, 0);
            return;
        }
        #endif
        SoftMath.Masked(logits, mask, shifted);
        """, PlanText.Body(new Masked(), 4, "Masked4Core"));

    [Fact]
    public void Columns_in_registers_do_so_too() => AssertText("""
        // Optimised from the first call on: KernelOptions says how.
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        ref float source = ref MemoryMarshal.GetReference(values);
        ref int destination = ref MemoryMarshal.GetReference(indices);
        ref float maximumStart = ref MemoryMarshal.GetReference(maxima);

        // 8 rows at a time, a register for each column.
        var lanes = Registers.Single256;
        var columns = Registers.SingleColumns256;

        int rows = values.Length / 4;
        for (; row + 8 <= rows; row += 8)
        {
            // Rows to columns.
            columns.LoadRows(ref source, row * 4, out var x0, out var x1, out var x2, out var x3);

            // The greatest value.
            var max = lanes.Max(lanes.Max(x0, x1), lanes.Max(x2, x3));

            // A NaN takes the careful way.
            if (!lanes.IsFreeOfNaN(x0 + x1 + x2 + x3))
            {
                break;
            }

            // Where it stands first.
            var place = lanes.Create(3);
            place = lanes.IndexWhereEqual(x2, max, 2, place);
            place = lanes.IndexWhereEqual(x1, max, 1, place);
            place = lanes.IndexWhereEqual(x0, max, 0, place);
            lanes.Store(columns.InRowOrder(max, 4), ref maximumStart, row);
            lanes.StoreIndices(columns.InRowOrder(place, 4), ref destination, row);
        }

        return row;
        """, PlanText.Body(new Winner(), 4, "Winner4RowsBy8"));

    /// <summary>In the oldest language that consumers have.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void What_is_planned_is_CSharp(string name)
    {
        Operation operation = s_all.Single(operation => operation.Name == name);
        string text = $"class C {{ {string.Concat(s_sizes.SelectMany(size => PlanText.Methods(operation, size)).Select(method =>
            $"{string.Concat(method.Documentation.Select(line => $"/// {line}\n"))}{method.Head}\n{{\n{string.Join("\n", method.Body)}\n}}\n"))} }}";
        var options = new CSharpParseOptions(LanguageVersion.CSharp7_3, Microsoft.CodeAnalysis.DocumentationMode.Diagnose, preprocessorSymbols: ["NET8_0_OR_GREATER"]);

        Assert.Empty(CSharpSyntaxTree.ParseText(text, options, cancellationToken: TestContext.Current.CancellationToken).GetDiagnostics(TestContext.Current.CancellationToken));
    }

    private static void AssertText(string expected, string planned) => Assert.Equal(expected, planned);
}
