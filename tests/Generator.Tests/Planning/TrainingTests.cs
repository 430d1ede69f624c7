using System;
using System.Linq;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Planning;
using Xunit;

namespace SoftKernels.Generator.Tests.Planning;

/// <summary>What training asks for: checks and calls of the library, at every size.</summary>
public sealed class TrainingTests
{
    private static readonly Operation[] s_operations = [.. CrossEntropy.Overloads, new SoftmaxGradient(), new LogSoftmaxGradient(), new Entropy()];

    [Fact]
    public void Cross_entropy_has_a_label_or_targets_and_a_gradient_where_one_is_passed() => Assert.Equal(
        [
            "float CrossEntropy10(ReadOnlySpan<float> logits, int label)",
            "void CrossEntropy10Rows(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> losses)",
            "void CrossEntropy10Columns(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> losses, int columns)",
            "float CrossEntropy(ReadOnlySpan<float> logits, int label)",
            "float CrossEntropy10(ReadOnlySpan<float> logits, int label, Span<float> gradient)",
            "void CrossEntropy10Rows(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> losses, Span<float> gradients)",
            "void CrossEntropy10Columns(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> losses, Span<float> gradients, int columns)",
            "float CrossEntropy(ReadOnlySpan<float> logits, int label, Span<float> gradient)",
            "float CrossEntropy10(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets)",
            "void CrossEntropy10Rows(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses)",
            "void CrossEntropy10Columns(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses, int columns)",
            "float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets)",
            "float CrossEntropy10(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)",
            "void CrossEntropy10Rows(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses, Span<float> gradients)",
            "void CrossEntropy10Columns(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses, Span<float> gradients, int columns)",
            "float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)",
        ],
        Heads(CrossEntropy.Overloads[0].Flag));

    [Fact]
    public void Gradients_have_what_is_passed_back() => Assert.Equal(
        [
            "void SoftmaxGradient10(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> upstream, Span<float> gradient)",
            "void SoftmaxGradient10Rows(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> upstream, Span<float> gradients)",
            "void SoftmaxGradient10Columns(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> upstream, Span<float> gradients, int columns)",
            "void SoftmaxGradient(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> upstream, Span<float> gradient)",
            "void LogSoftmaxGradient10(ReadOnlySpan<float> logProbabilities, ReadOnlySpan<float> upstream, Span<float> gradient)",
            "void LogSoftmaxGradient10Rows(ReadOnlySpan<float> logProbabilities, ReadOnlySpan<float> upstream, Span<float> gradients)",
            "void LogSoftmaxGradient10Columns(ReadOnlySpan<float> logProbabilities, ReadOnlySpan<float> upstream, Span<float> gradients, int columns)",
            "void LogSoftmaxGradient(ReadOnlySpan<float> logProbabilities, ReadOnlySpan<float> upstream, Span<float> gradient)",
        ],
        Heads(new SoftmaxGradient().Flag | new LogSoftmaxGradient().Flag));

    [Fact]
    public void Entropy_is_a_number_a_row() => Assert.Equal(
        [
            "float Entropy10(ReadOnlySpan<float> logits)",
            "void Entropy10Rows(ReadOnlySpan<float> logits, Span<float> entropies)",
            "void Entropy10Columns(ReadOnlySpan<float> logits, Span<float> entropies, int columns)",
            "float Entropy(ReadOnlySpan<float> logits)",
        ],
        Heads(new Entropy().Flag));

    /// <summary>Masks and temperatures are others' affair.</summary>
    [Fact]
    public void Without_columns_there_are_rows_and_any_length_whatever_else_is_asked_for()
    {
        int flags = s_operations.Aggregate(0, (all, operation) => all | operation.Flag);

        Assert.Equal(
            s_operations.SelectMany(operation => new[] { $"{operation.Name}10", $"{operation.Name}10Rows", operation.Name }),
            KernelMethods.Of([new KernelModel("float", 10, flags, (int)(Extras.Mask | Extras.Temperature))]).Select(method => method.Shape.Name));
    }

    [Fact]
    public void One_row_is_the_librarys_but_for_its_length()
    {
        Assert.Equal(
            """
            KernelThrow.IfLengthIsNot(4, logits.Length, "logits");
            return SoftMath.CrossEntropy(logits, label);
            """,
            PlanText.Body(CrossEntropy.Overloads[0], 4, "CrossEntropy4"));
        Assert.Equal(
            """
            KernelThrow.IfLengthIsNot(4, probabilities.Length, "probabilities");
            KernelThrow.IfLengthIsNot(4, upstream.Length, "upstream");
            KernelThrow.IfLengthIsNot(4, gradient.Length, "gradient");
            SoftMath.SoftmaxGradient(probabilities, upstream, gradient);
            """,
            PlanText.Body(new SoftmaxGradient(), 4, "SoftmaxGradient4"));
    }

    [Fact]
    public void Rows_check_labels_and_all_that_is_written() => Assert.Equal(
        """
        KernelThrow.IfNotRowsOf(4, logits.Length, "logits");
        KernelThrow.IfLengthIsNot(logits.Length / 4, labels.Length, "labels");
        KernelThrow.IfLengthIsNot(logits.Length / 4, losses.Length, "losses");
        KernelThrow.IfLengthIsNot(logits.Length, gradients.Length, "gradients");
        KernelThrow.IfLabelIsOutside(4, labels, "labels");
        KernelThrow.IfPartlyOverlapping(logits, losses, "losses");
        KernelThrow.IfSharingMemory(labels, losses, "losses");
        KernelThrow.IfPartlyOverlapping(logits, gradients, "gradients");
        KernelThrow.IfSharingMemory(labels, gradients, "gradients");
        KernelThrow.IfSharingMemory(losses, gradients, "gradients");
        Rows.CrossEntropy(logits, labels, losses, gradients, 4);
        """,
        PlanText.Body(CrossEntropy.Overloads[1], 4, "CrossEntropy4Rows"));

    [Fact]
    public void Columns_check_targets() => Assert.Equal(
        [
            "KernelThrow.IfNoColumns(10, columns, \"columns\");",
            "KernelThrow.IfNotBlocksOf(10, columns, logits.Length, \"logits\");",
            "KernelThrow.IfLengthIsNot(logits.Length, targets.Length, \"targets\");",
            "KernelThrow.IfLengthIsNot(logits.Length / 10, losses.Length, \"losses\");",
            "KernelThrow.IfLengthIsNot(logits.Length, gradients.Length, \"gradients\");",
            "KernelThrow.IfNoTargets(targets, \"targets\");",
            "KernelThrow.IfPartlyOverlapping(logits, losses, \"losses\");",
            "KernelThrow.IfPartlyOverlapping(targets, losses, \"losses\");",
            "KernelThrow.IfPartlyOverlapping(logits, gradients, \"gradients\");",
            "KernelThrow.IfPartlyOverlapping(targets, gradients, \"gradients\");",
            "KernelThrow.IfSharingMemory(losses, gradients, \"gradients\");",
            "Numerics.Columns.CrossEntropy(logits, targets, losses, gradients, 10, columns);",
        ],
        KernelMethods.Of([new KernelModel("float", 10, CrossEntropy.Overloads[3].Flag, (int)Extras.Columns)])
            .Last(method => method.Form == MethodForm.Columns).Body.Select(line => line.Replace("global::SoftKernels.", "")));

    [Fact]
    public void Targets_and_what_works_in_place_are_documented() => Assert.Equal(
        """
        <summary>Cross-entropy of target probabilities, Σ tᵢ·(log Σ exp(xⱼ) − xᵢ), and its gradient by the logits, softmax·Σ t − t. For each row of a row-major matrix with 4 columns and any number of rows.</summary>
        <param name="logits">The matrix: a multiple of 4 values.</param>
        <param name="targets">The target probabilities, which need not sum to 1: as many values as the matrix.</param>
        <param name="losses">The loss, in nats: one for each row.</param>
        <param name="gradients">The gradient by the logits: as many values as the matrix; the same span as one that is read works in place.</param>
        <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together, or share memory where they must not. Nothing has been written.</exception>
        <exception cref="ArgumentOutOfRangeException">A target is negative, infinite or NaN. Nothing has been written.</exception>
        <inheritdoc cref="SoftMath.CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})" path="/remarks"/>
        """,
        PlanText.Documentation(CrossEntropy.Overloads[3], 4, "CrossEntropy4Rows"));

    private static string[] Heads(int flags) =>
    [
        .. KernelMethods.Of([new KernelModel("float", 10, flags, (int)OperationCatalog.AllExtras)])
            .Select(method => method.Head.Replace("public static ", "", StringComparison.Ordinal).Replace("global::System.", "", StringComparison.Ordinal)),
    ];
}
