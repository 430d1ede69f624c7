using System;
using System.Collections.Generic;
using System.Linq;
using SoftKernels.Accuracy.Survey;
using SoftKernels.Kernels.Tests.Rows;

namespace SoftKernels.Accuracy.Report;

/// <summary>Of docs/accuracy.md: temperatures, masks, columns, and what has the bits of other methods.</summary>
internal static class ExtrasSection
{
    private static readonly (Quantity Quantity, string Name)[] s_quantities =
        [(Quantity.Softmax, "softmax"), (Quantity.LogSoftmax, "log-softmax"), (Quantity.LogSumExp, "log-sum-exp")];

    public static string Summary(Findings findings) => string.Join('\n',
    [
        $"""
        Their bounds are those of the plain methods. {Count(findings, Topic.Temperature):N0} rows at a temperature, {Count(findings, Topic.Mask):N0} with a mask and {Count(findings, Topic.Columns):N0} along columns, from all
        distributions, of {Sizes(findings)} values (along columns, blocks of up to 4,096 values). Of the peers ONNX Runtime has an axis, and none has a temperature or a mask: they get what their users give them.

        * **At a temperature τ**: ours in one call; the others the row divided by τ, and their log-sum-exp times τ. Rows as they are, and rows times τ.
        * **With a mask**: ours with bools; the others a copy with −∞ in place of what is left out. The 0 and −∞ of what is left out are results too.
        * **Along columns**: ours as they lie; ONNX Runtime along axis 1 of [1, N, columns]; TP gets each column as a row.

        """,
        AccuracyReport.Summary(findings, Promise.Extras),
        "Where ours is worst:\n",
        AccuracyReport.Replays(findings, Promise.Extras),
    ]);

    public static string OfBits(Findings findings)
    {
        MarkdownTable table = new(2, ["method", "has the bits of", .. Findings.Types.Select(type => $"{type}: rows that differ")]);
        foreach (var likeness in findings.Likenesses.GroupBy(likeness => (likeness.Name, likeness.Of)))
        {
            table.Add([likeness.Key.Name, likeness.Key.Of, .. likeness.Select(of => $"{of.Different:N0} of {of.Rows:N0}")]);
        }

        return $"""
            Methods without errors of their own, on rows of every distribution and on rows with NaN, infinities, ties and subnormals, of the same sizes. The exit code is 1 where one differs.

            {table}
            """;
    }

    public static string Details(Findings findings) => string.Join('\n',
    [
        "## By temperature\n",
        "Of all distributions. Where logits are huge, their quotients lose what tells them apart.\n",
        ByVariant(findings, Topic.Temperature, s_quantities, "τ"),
        $"Of {Distributions<float>.Ordinary.Name} alone:\n",
        ByVariant(findings, Topic.Temperature, s_quantities, "τ", sample => Distributions<float>.All[sample.Distribution] == Distributions<float>.Ordinary),
        "## By mask\n",
        ByVariant(findings, Topic.Mask, s_quantities, "takes part"),
        "## By number of columns\n",
        ByVariant(findings, Topic.Columns, s_quantities, "columns"),
    ]);

    public static string ByVariant(Findings findings, Topic topic, IReadOnlyList<(Quantity Quantity, string Name)> quantities, string header, Func<Sample, bool>? chosen = null)
    {
        var columns = (
            from type in Findings.Types
            from contender in findings.Contenders(quantities[0].Quantity)
            select (type, contender)).ToArray();
        MarkdownTable table = new(2, ["operation", header, .. columns.Select(column => $"{column.type}: {column.contender}")]);
        foreach (var (quantity, name) in quantities)
        {
            foreach (var variant in findings.Variants(topic).Where(variant => variant.Length > 0))
            {
                table.Add([name, variant, .. columns.Select(column => Figures.Cell(
                    findings.Of(quantity, column.contender, column.type, sample => sample.Topic == topic && sample.Variant == variant && chosen?.Invoke(sample) != false)))]);
            }
        }

        return table.ToString();
    }

    private static int Count(Findings findings, Topic topic) => findings.Samples(topic).Sum(sample => sample.Rows);

    private static string Sizes(Findings findings)
    {
        IReadOnlyList<string> sizes = [.. findings.Samples(Topic.Temperature).Select(sample => sample.Size).Distinct().Order().Select(size => $"{size:N0}")];
        return $"{string.Join(", ", sizes.SkipLast(1))} and {sizes[^1]}";
    }
}
