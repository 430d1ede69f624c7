using System;
using System.Text;
using SoftKernels.Benchmarks;
using SoftKernels.Benchmarks.Pay;
using SoftKernels.Benchmarks.Versus;
using Spectre.Console;

// What other processes of this program are asked for, before anything else is loaded.
switch (args)
{
    case [FirstCall.Word, var operation, var isDouble, var oneRow, .. var sizes]:
        return FirstCall.Run(operation, isDouble, oneRow, sizes);
    case [Runner.Word, var path, .. var words]:
        return Runner.Run(path, words);
}

Console.OutputEncoding = Encoding.UTF8;
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Width = 160;
}

return Commands.Root().Parse(args).Invoke();
