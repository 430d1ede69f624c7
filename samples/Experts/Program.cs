using System;
using System.Linq;
using System.Text;
using Experts;

Console.OutputEncoding = Encoding.UTF8;

if (args is ["-h" or "--help"])
{
    Console.WriteLine(Options.Usage);
    return 0;
}

try
{
    var options = Options.Parse(args);
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
catch (FormatException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return 2;
}
