using System;
using System.Text;
using System.Threading.Tasks;
using Shards;
using SoftKernels.Samples;

Console.OutputEncoding = Encoding.UTF8;

return await Options.Command(Run).Run(args);

static async Task<int> Run(Options options)
{
    try
    {
        return options.Join is null ? await Node.Run(options) : await Node.Join(options);
    }
    catch (FormatException mistake)
    {
        return CommandLines.Mistake(mistake.Message);
    }
    catch (SearchException failure)
    {
        Console.Error.WriteLine(failure.Message);
        return 3;
    }
}
