using System;
using System.CommandLine;
using System.IO;
using System.Text;
using QuickStart;
using SoftKernels.Samples;

Console.OutputEncoding = Encoding.UTF8;

var folder = CommandLines.Folder("Where the charts go.");
Command plot = new("plot", "Draws them, as SVG charts.") { folder };
RootCommand explain = new("Explains softmax and log-sum-exp.") { plot };
explain.SetAction(_ => Article.Print());
plot.SetAction(parsed => Plot(parsed.GetRequiredValue(folder)));
return await explain.Run(args);

static int Plot(string folder)
{
    try
    {
        foreach (var path in Charts.Save(folder))
        {
            Console.WriteLine(path);
        }

        return 0;
    }
    catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"The charts could not be written: {failure.Message}");
        return 1;
    }
}
