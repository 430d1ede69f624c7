using System;
using System.IO;
using System.Linq;
using System.Text;
using Policy;
using SoftKernels.Samples;

Console.OutputEncoding = Encoding.UTF8;

return await Options.Command(Run).Run(args);

static int Run(Options options)
{
    try
    {
        var random = new SplitMix64(options.Seed);
        var network = new Network(random);
        var learner = new Learner(network, random);
        Report.Progress("learning", Learner.Rounds, learner.Learn);

        var policy = new LearntPlayer(network);
        Match[] matches = Match.All(policy, options);
        Exhaustion[] exhaustions = [new(policy, isFirst: true), new(policy, isFirst: false)];
        Report.Print(network, matches, exhaustions);
        Report.Print(policy, matches[0]);
        if (options.Record is { } file)
        {
            Record.Write(file, matches);
        }

        var lost = exhaustions.Sum(exhaustion => exhaustion.Score.Lost);
        if (lost > 0)
        {
            Console.Error.WriteLine($"The most probable moves lose {lost} of all games that can be played against them: this sample promises none (seed {options.Seed}).");
        }

        return lost == 0 ? 0 : 1;
    }
    catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(failure.Message);
        return 2;
    }
}
