using System;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Threading.Tasks;

namespace SoftKernels.Samples;

/// <summary>What the samples' command lines have in common, over System.CommandLine: numbers within limits, files that can be written, and mistakes that end with 2.</summary>
internal static class CommandLines
{
    private const int Mistaken = 2;

    /// <summary>Runs the command, or says what is wrong with the words after it.</summary>
    public static async Task<int> Run(this RootCommand command, string[] args)
    {
        var parsed = command.Parse(args);
        if (parsed.Action is not ParseErrorAction)
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }

        return Mistake(string.Join('\n', parsed.Errors.Select(error => error.Message)));
    }

    /// <summary>Says what is wrong with the words, or with what they name.</summary>
    public static int Mistake(string reason)
    {
        Console.Error.WriteLine($"{reason}\n--help says what there is.");
        return Mistaken;
    }

    /// <summary>An option for a whole number.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="what">The number, as messages name it: "a seed".</param>
    /// <param name="description">What it is for.</param>
    /// <param name="least">The least that is taken.</param>
    /// <param name="most">The greatest.</param>
    /// <param name="otherwise">What it is where it is not given, if that is one number.</param>
    public static Option<T> Number<T>(string name, string what, string description, T least, T most, T? otherwise = null)
        where T : struct, IBinaryInteger<T>
    {
        Option<T> option = new(name)
        {
            Description = description,
            HelpName = "number",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                {
                    return number;
                }

                result.AddError($"'{text}' is not {what}: give a whole number from {least} to {most}.");
                return default;
            },
        };
        if (otherwise is { } number)
        {
            option.DefaultValueFactory = _ => number;
        }

        return option;
    }

    /// <summary>The number, where it is given or has a default.</summary>
    public static T? Given<T>(this ParseResult parsed, Option<T> option)
        where T : struct => parsed.GetResult(option) is null ? null : parsed.GetValue(option);

    /// <summary>The folder that charts are written to: looked for at once, not when all is computed.</summary>
    public static Argument<string> Folder(string description) => new Argument<string>("folder") { Description = description }.Refusing(folder =>
        Directory.Exists(folder) ? null
        : File.Exists(folder) ? $"'{folder}' is a file: name a folder instead."
        : $"The folder '{folder}' does not exist: create it first, or name another.");

    /// <summary>A file to be written.</summary>
    public static Option<string?> Output(string name, string description)
    {
        Option<string?> option = new(name) { Description = description, HelpName = "file" };
        option.Validators.Add(result => Refuse(result, file =>
            Directory.Exists(file) ? $"'{file}' is a folder: name a file instead."
            : Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))) ? null
            : $"The folder of '{file}' does not exist: create it first, or name another."));
        return option;
    }

    /// <summary>Says why a word is not taken, or nothing.</summary>
    private static void Refuse(SymbolResult result, Func<string, string?> reason)
    {
        foreach (var token in result.Tokens)
        {
            if (reason(token.Value) is { } why)
            {
                result.AddError(why);
            }
        }
    }

    private static Argument<string> Refusing(this Argument<string> argument, Func<string, string?> reason)
    {
        argument.Validators.Add(result => Refuse(result, reason));
        return argument;
    }
}
