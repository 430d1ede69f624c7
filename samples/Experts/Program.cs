using System;
using System.Linq;
using System.Text;
using Experts;
using SoftKernels.Samples;

Console.OutputEncoding = Encoding.UTF8;

return await Options.Command(Run).Run(args);

static int Run(Options options)
{
    Layer[] layers = [.. options.Layers.Select(layer => new Layer(options.Tokens, layer.Experts, layer.K, options.Seed))];
    if (layers.Select(layer => layer.Disagreement()).FirstOrDefault(difference => difference is not null) is { } difference)
    {
        Console.Error.WriteLine(difference);
        return 1;
    }

    Report.Print(layers);
    Report.PrintSpeed(layers);
    return 0;
}
