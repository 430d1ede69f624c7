using System;
using System.Text;
using Shards;

Console.OutputEncoding = Encoding.UTF8;

if (args is ["-h" or "--help"])
{
    Console.WriteLine(Options.Usage);
    return 0;
}

try
{
    var options = Options.Parse(args);
    return options.Join is null ? await Node.Run(options) : await Node.Join(options);
}
catch (FormatException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return 2;
}
catch (SearchException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 3;
}
