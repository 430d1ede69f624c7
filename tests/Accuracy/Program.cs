using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text;
using SoftKernels.Accuracy;
using SoftKernels.Accuracy.Exponential;
using SoftKernels.Accuracy.Report;
using SoftKernels.Accuracy.Survey;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Samples;

const int SingleValuesPerSample = 16_384;
const int DoubleValuesPerSample = 8_192;

Console.OutputEncoding = Encoding.UTF8;
var output = CommandLines.Output("--output", "Writes the report there, instead of docs/accuracy.md.");
var stride = CommandLines.Number("--stride", "a stride", "One float in so many only.", 1u, uint.MaxValue, 1u);
Command exponential = new("exp", "The exponential of every float in [-8330, 8192].") { stride };
RootCommand command = new("Measures the errors, ours and those of peers, and writes docs/accuracy.md.") { output, exponential };
command.SetAction(parsed => WriteReport(parsed.GetValue(output) ?? Project.Report));
exponential.SetAction(parsed => SweepExponential(parsed.GetValue(stride)));
return await command.Run(args);

static int WriteReport(string file)
{
    try
    {
        Findings findings = new(
            [
                .. new Surveyor<float>("float", typeof(SingleKernels), typeof(SingleExtras), new SingleOracle(), SingleValuesPerSample).Take(),
                .. new Surveyor<double>("double", typeof(DoubleKernels), typeof(DoubleExtras), new DoubleOracle(), DoubleValuesPerSample).Take(),
                .. new TrainingSurvey<float>("float").Take(),
                .. new TrainingSurvey<double>("double").Take(),
            ],
            [
                .. new BitSurvey<float>("float", typeof(SingleExtras)).Take(),
                .. new BitSurvey<double>("double", typeof(DoubleExtras)).Take(),
            ]);
        File.WriteAllText(file, AccuracyReport.Write(findings, ExponentialRecord.Read()));
        Console.WriteLine($"Written: {Path.GetFullPath(file)}");

        var broken = findings.Broken().ToArray();
        Array.ForEach(broken, Console.Error.WriteLine);
        return broken.Length == 0 ? 0 : 1;
    }
    catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(failure.Message);
        return 2;
    }
}

static int SweepExponential(uint stride)
{
    var result = new ExponentialSweep(stride).Run();
    Console.WriteLine($"{result.Values:N0} floats in [-8330, 8192]; the same bits from {string.Join(", ", result.Widths)}, but for {result.BitsThatDiffer}");
    Console.WriteLine($"relative error at most {result.RelativeError:0.0000} · 2^-24, at x = {result.RelativeErrorAt:R} (bound {ExponentialSweep.Bound})");
    Console.WriteLine($"error at most {result.Ulp:0.0000} ULP, at x = {result.UlpAt:R}");
    Console.WriteLine($"not rounded, relative error at most {result.Unrounded:0.0000} · 2^-24, at x = {result.UnroundedAt:R} (bound {ExponentialSweep.UnroundedBound})");
    if (stride == 1 && result.IsFused)
    {
        ExponentialRecord.Write(result);
    }

    return result.RelativeError <= ExponentialSweep.Bound && result.Unrounded <= ExponentialSweep.UnroundedBound && result.BitsThatDiffer == 0 ? 0 : 1;
}
