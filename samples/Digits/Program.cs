using System;
using System.IO;
using System.Linq;
using System.Text;
using Digits;
using SoftKernels.Samples;

const double PromisedAccuracy = 0.95;

Console.OutputEncoding = Encoding.UTF8;

return await Options.Command(Run).Run(args);

static int Run(Options options)
{
    try
    {
        var digits = DigitData.Load(options.File);
        var (training, heldBack) = digits.Split(options.Seed);

        // Not part of the report, which is the same on every machine with fused multiply-add.
        Console.Error.WriteLine(Registers.Description);

        IModel[] models = [new LogisticRegression(), new HiddenLayer(options.Seed)];
        Curve[] curves = [.. models.Select(model => new Curve(model, heldBack))];
        foreach (var (model, curve) in models.Zip(curves))
        {
            Report.Progress(model.Name, Trainer.Epochs, step => Trainer.Train(model, training, options.Seed, trainingLoss =>
            {
                // Judging after every epoch costs time, and only charts show it.
                if (options.Folder is not null)
                {
                    curve.Add(trainingLoss);
                }

                step();
            }));
        }

        Evaluation[] results = [.. models.Select(model => new Evaluation(model, heldBack))];
        Report.Print(training.Count, results);
        if (options.Folder is { } folder)
        {
            Report.Print(Charts.Save(folder, curves));
        }

        foreach (var result in results.Where(result => result.Accuracy < PromisedAccuracy))
        {
            Console.Error.WriteLine(
                $"Accuracy {result.Accuracy:P2} of the {result.Model.Name} on the held-back digits is below the {PromisedAccuracy:P0} that this sample promises (seed {options.Seed}, {options.File}).");
        }

        return results.All(result => result.Accuracy >= PromisedAccuracy) ? 0 : 1;
    }
    catch (Exception failure) when (failure is FormatException or InvalidDataException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(failure.Message);
        return 2;
    }
}
