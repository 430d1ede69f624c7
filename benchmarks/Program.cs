using System;
using System.Text;
using SoftKernels.Benchmarks;
using SoftKernels.Benchmarks.Versus;
using Spectre.Console;

// What other processes of this program are asked for, before anything else is loaded.
switch (args)
{
    case [ColdStart.Child, var method, var size, var type]:
        return ColdStart.Measure(method, size, type);
    case [Runner.Word, var path, .. var words]:
        return Runner.Run(path, words);
}

Console.OutputEncoding = Encoding.UTF8;
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Width = 160;
}

return Commands.Root().Parse(args).Invoke();
