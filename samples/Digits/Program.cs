using System;
using System.IO;
using System.Text;
using Digits;

const double PromisedAccuracy = 0.95;

Console.OutputEncoding = Encoding.UTF8;

if (args is ["-h" or "--help"])
{
    Console.WriteLine(Options.Usage);
    return 0;
}

try
{
    var options = Options.Parse(args);
    var digits = DigitData.Load(options.File);
    var (training, heldBack) = digits.Split(options.Seed);

    // Not part of the report, which is the same on every machine with fused multiply-add.
    Console.Error.WriteLine(Registers.Description);

    var model = new LogisticRegression();
    Report.Progress(Trainer.Epochs, step => Trainer.Train(model, training, options.Seed, step));

    var result = new Evaluation(model, heldBack);
    Report.Print(training.Count, result);
    if (result.Accuracy >= PromisedAccuracy)
    {
        return 0;
    }

    Console.Error.WriteLine($"Accuracy {result.Accuracy:P2} on the held-back digits is below the {PromisedAccuracy:P0} that this sample promises (seed {options.Seed}, {options.File}).");
    return 1;
}
catch (Exception failure) when (failure is FormatException or InvalidDataException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(failure.Message);
    return 2;
}
