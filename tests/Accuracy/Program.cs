using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using SoftKernels.Accuracy;
using SoftKernels.Accuracy.Exponential;
using SoftKernels.Accuracy.Report;
using SoftKernels.Accuracy.Survey;
using SoftKernels.Kernels.Tests.Oracle;

const string Usage = """
    dotnet run -c Release --project tests/Accuracy                          write docs/accuracy.md
    dotnet run -c Release --project tests/Accuracy -- --output FILE         write the report to FILE
    dotnet run -c Release --project tests/Accuracy -- exp                   the exponential of every float in [-8330, 8192]
    dotnet run -c Release --project tests/Accuracy -- exp --stride COUNT    the same, of one float in COUNT
    """;
const int SingleValuesPerSample = 16_384;
const int DoubleValuesPerSample = 8_192;

Console.OutputEncoding = Encoding.UTF8;
return args switch
{
    [] => WriteReport(Project.Report),
    ["--output", var file] => WriteReport(file),
    ["exp"] => SweepExponential(1),
    ["exp", "--stride", var text] when uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var stride) && stride > 0 =>
        SweepExponential(stride),
    ["-h" or "--help"] => Help(),
    _ => Refuse(),
};

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

static int Help()
{
    Console.WriteLine(Usage);
    return 0;
}

int Refuse()
{
    Console.Error.WriteLine($"These arguments mean nothing here: {string.Join(' ', args)}{Environment.NewLine}{Usage}");
    return 2;
}
