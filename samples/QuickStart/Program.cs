using System;
using System.IO;
using System.Text;
using QuickStart;

const string Usage = """
    Usage:
      QuickStart               explains softmax and log-sum-exp in the console
      QuickStart plot FOLDER   draws them into FOLDER as SVG charts
    """;

Console.OutputEncoding = Encoding.UTF8;

return args switch
{
    [] => Explain(),
    ["-h" or "--help"] => Help(),
    ["plot"] => Refuse("'plot' needs a folder to write to: plot FOLDER."),
    ["plot", var file] when File.Exists(file) => Refuse($"'{file}' is a file: name a folder instead."),
    ["plot", var folder] when !Directory.Exists(folder) => Refuse($"The folder '{folder}' does not exist: create it first, or name another."),
    ["plot", var folder] => Plot(folder),
    ["plot", _, var extra, ..] => Refuse($"'{extra}' is one word too many: plot takes one folder; put a name with spaces in quotes."),
    [var word, ..] => Refuse($"'{word}' is not a command: use 'plot FOLDER', or nothing at all."),
};

static int Explain()
{
    Article.Print();
    return 0;
}

static int Help()
{
    Console.WriteLine(Usage);
    return 0;
}

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

static int Refuse(string reason)
{
    Console.Error.WriteLine(reason);
    Console.Error.WriteLine(Usage);
    return 2;
}
