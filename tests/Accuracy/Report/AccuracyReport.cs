using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics.Tensors;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using SoftKernels.Accuracy.Exponential;
using SoftKernels.Accuracy.Survey;

namespace SoftKernels.Accuracy.Report;

/// <summary>docs/accuracy.md.</summary>
internal static class AccuracyReport
{
    private static readonly (Quantity Quantity, string Title)[] Details =
    [
        (Quantity.Softmax, "softmax, ULP"),
        (Quantity.LogSoftmax, "log-softmax, ULP"),
        (Quantity.LogSumExp, "log-sum-exp, ulp(max(|y|, |max|))"),
        (Quantity.Sum, "|sum of softmax − 1|, eps"),
    ];

    public static string Write(Findings findings, ExponentialResult exponential) => string.Join('\n',
    [
        Header(findings),
        "## Worst of all\n",
        Summary(findings, Promise.Plain),
        "## Where ours is worst\n",
        Replays(findings, Promise.Plain),
        "## At a temperature, with a mask, along columns\n",
        ExtrasSection.Summary(findings),
        "## In training\n",
        TrainingSection.Summary(findings),
        "## The same bits\n",
        ExtrasSection.OfBits(findings),
        "## The exponential of every float\n",
        OfExponential(exponential),
        "## By distribution\n",
        "Over all N. The sum of softmax counts N beyond 256 too, for which nothing is promised.\n",
        .. Details.Select(detail => ByDistribution(findings, detail.Quantity, detail.Title)),
        "## By N\n",
        "Over all distributions.\n",
        .. Details.Select(detail => BySize(findings, detail.Quantity, detail.Title)),
        ExtrasSection.Details(findings),
        TrainingSection.Details(findings),
    ]).TrimEnd('\n') + "\n";

    private static string Header(Findings findings) =>
        $"""
        # Accuracy

        The greatest errors of softmax, log-softmax and log-sum-exp, [at a temperature, with a mask and along columns](#at-a-temperature-with-a-mask-along-columns) and [in training](#in-training) too, ours beside
        those of other .NET libraries, measured in one run on the same rows. `dotnet run -c Release --project tests/Accuracy` measures again and writes this file, in three minutes of processor time; its exit code
        is 1 where one of our bounds does not hold.

        | column | what is measured |
        | --- | --- |
        | ours | the generated methods for this N; `SoftMath` has the same bits |
        | TP SoftMax | `TensorPrimitives.SoftMax` |
        | TP stable | `TensorPrimitives` put together: `Max`, `Subtract`, `Exp`, `Sum`, `Divide`; log-softmax as x − max − log(sum), log-sum-exp as max + log(sum) |
        | ORT | ONNX Runtime's `Softmax`, `LogSoftmax` and `ReduceLogSumExp`, operator set 13, on the CPU with one thread |

        * **Units.** ULP: units in the last place of the exact value; in the subnormals, their one unit. Log-sum-exp y is counted in units of the
          greater of |y| and |max x|. The sum of softmax's results is taken exactly, and its distance from 1 counted in eps (2^-23, 2^-52).
        * **NaN** is the share of results that are NaN, or infinite although the exact value is within range; the error is that of the others.
          The rows are chosen to be hard, about half of the distributions beyond the range of e^x: other rows have other shares.
        * **Errors that look absurd** are relative ones: where the exact value is 1e-40 and the result 1e-7, they lie 1e38 units apart.
        * **Rows.** {findings.Samples(Topic.Plain).Sum(sample => sample.Rows):N0}, with {findings.Samples(Topic.Plain).Sum(sample => (long)sample.Rows * sample.Size):N0} finite values, from the distributions in `tests/Kernels.Tests/Rows`. Row i of size N
          has the seed 1000·N + i.
        * **Not here.** Maxima, indices, top-k and draws compare values, or count integers: they are exact ([what chance a draw has](numerics.md#draws)). `Half` is the float result, rounded once.
        * **Again.** Our figures come out the same in every run. A few of TP stable's do not: the same row can give it other last digits.
        * **Reference.** For float, double arithmetic with log1p of the rest; for double, arithmetic of 256 bits (`tests/Kernels.Tests/Oracle`).
        * **Here.** {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, {Width.All[0].Name}; System.Numerics.Tensors {Version(typeof(TensorPrimitives))}; ONNX Runtime {OrtEnv.Instance().GetVersionString()}.

        """;

    public static string Summary(Findings findings, IReadOnlyList<Promise> promises)
    {
        string[] contenders = [.. findings.Contenders(promises[0].Quantity)];
        MarkdownTable table = new(2, ["operation", "type", "bound", .. contenders]);
        foreach (var promise in promises)
        {
            foreach (var type in Findings.Types)
            {
                table.Add([promise.Name, type, promise.Bound(type)?.ToString(CultureInfo.InvariantCulture) ?? "–",
                    .. contenders.Select(contender => Figures.Cell(findings.Of(promise.Quantity, contender, type, promise.Covers)))]);
            }
        }

        return table.ToString();
    }

    public static string Replays(Findings findings, IEnumerable<Promise> promises)
    {
        MarkdownTable table = new(3, "operation", "type", "row and result", "ours");
        foreach (var (promise, type, tally) in findings.OfOurs(promises))
        {
            table.Add(promise.Name, type, tally.Replay, Figures.Error(tally.Worst));
        }

        return table.ToString();
    }

    private static string OfExponential(ExponentialResult result) =>
        $"""
        A weight is e^x, times a power of two that depends on the row's maximum only. Over all {result.Values:N0} floats in [−8330, 8192], each as the maximum of its row, its relative
        error is at most **{result.RelativeError:0.0000} · 2^-24**, at x = {result.RelativeErrorAt:R}, and its error at most **{result.Ulp:0.000} ULP**, at x = {result.UlpAt:R}.
        As logarithms count it, before its significand is rounded, its relative error is at most **{result.Unrounded:0.0000} · 2^-24**, at x = {result.UnroundedAt:R}.
        {OfBits(result)} The reference is `Math.Exp` in double, of x less its power of two.

        `dotnet run -c Release --project tests/Accuracy -- exp` measures again and keeps the result in `tests/Accuracy/exponential.json`, from which
        this section is written; with `--stride 1009` it takes one float in 1009 and keeps nothing. Its exit code is 1 beyond {ExponentialSweep.Bound} and {ExponentialSweep.UnroundedBound} · 2^-24, or where
        vector widths give other bits.

        """;

    private static string OfBits(ExponentialResult result) => result.BitsThatDiffer == 0
        ? $"{string.Join(", ", result.Widths)} give the same bits for each."
        : $"{string.Join(", ", result.Widths)} give other bits for {result.BitsThatDiffer:N0} of them.";

    private static string ByDistribution(Findings findings, Quantity quantity, string title) =>
        Detail(findings, quantity, title, "distribution", DistributionGroup.All.Select(group =>
            (group.Name, (Func<Sample, bool>)(sample => sample.Topic == Topic.Plain && group.Members.Contains(sample.Distribution)))));

    private static string BySize(Findings findings, Quantity quantity, string title) =>
        Detail(findings, quantity, title, "N", findings.Sizes.Select(size =>
            ($"{size:N0}", (Func<Sample, bool>)(sample => sample.Topic == Topic.Plain && sample.Size == size))));

    private static string Detail(
        Findings findings, Quantity quantity, string title, string header, IEnumerable<(string Name, Func<Sample, bool> Chosen)> lines)
    {
        var columns = (
            from type in Findings.Types
            from contender in findings.Contenders(quantity)
            select (type, contender)).ToArray();
        MarkdownTable table = new(1, [header, .. columns.Select(column => $"{column.type}: {column.contender}")]);
        foreach (var (name, chosen) in lines)
        {
            table.Add([name, .. columns.Select(column => Figures.Cell(findings.Of(quantity, column.contender, column.type, chosen)))]);
        }

        return $"### {title}\n\n{table}";
    }

    private static string Version(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
