using System;
using Playground;
using Playground.Kernel;

if (args is [CompilerProcess.Argument])
{
    await CompilerHost.Run(Console.OpenStandardInput(), Console.OpenStandardOutput());
}
else
{
    await Service.Build(args).RunAsync();
}
