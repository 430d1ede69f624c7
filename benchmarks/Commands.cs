using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Running;
using SoftKernels.Benchmarks.Extras;
using SoftKernels.Benchmarks.Generator;
using SoftKernels.Benchmarks.Halves;
using SoftKernels.Benchmarks.Masks;
using SoftKernels.Benchmarks.Measuring;
using SoftKernels.Benchmarks.Parts;
using SoftKernels.Benchmarks.Pay;
using SoftKernels.Benchmarks.Reports;
using SoftKernels.Benchmarks.Versus;

namespace SoftKernels.Benchmarks;

/// <summary>The command line.</summary>
internal static class Commands
{
    public static RootCommand Root() => new("Measures the kernels, their peers and the generator.")
    {
        Quick(),
        Columns(),
        Versus(),
        BenchmarkDotNet(),
        Pay(),
        ColdStart(),
        OfGenerator(),
        Chart(),
        Masks(),
        Half(),
        Extras(),
        Training(),
        Choice(),
        Parts(),
    };

    private static Command Quick()
    {
        Option<Operation> operation = new("--op") { Description = "The operation." };
        Option<bool> isDouble = new("--double") { Description = "Doubles instead of floats." };
        Option<bool> oneRow = new("--row") { Description = "One row a call instead of all." };
        Option<int[]> sizes = Parsing.Sizes();
        Command command = new("quick", "Compares with every peer, in turns, in under two minutes.") { operation, isDouble, oneRow, sizes };
        command.SetAction(parsed =>
        {
            Scenario scenario = new(parsed.GetValue(operation), parsed.GetValue(isDouble), parsed.GetValue(oneRow));
            QuickReport.Print(scenario, Comparison.Run(scenario, parsed.GetRequiredValue(sizes)));
        });
        return command;
    }

    private static Command Columns()
    {
        Option<Operation[]> operations = Parsing.List<Operation>("--op", "These operations only.");
        Command command = new("columns", "Columns of blocks against rows of the same values, against transposing, and ONNX Runtime's axis; floats.") { operations };
        command.SetAction(parsed => ColumnsReport.Print(parsed.GetRequiredValue(operations)));
        return command;
    }

    private static Command Versus()
    {
        Argument<FileInfo> old = new("old") { Description = "SoftKernels.Benchmarks.dll of the other build, any commit's, with SoftKernels.dll beside it." };
        Option<FileInfo?> other = new("--new") { Description = "The same of the newer build, instead of this one." };
        Option<Operation[]> operations = Parsing.List<Operation>("--op", "These operations only.");
        Option<bool> floats = new("--float") { Description = "Floats only." };
        Option<bool> doubles = new("--double") { Description = "Doubles only." };
        Option<bool> rows = new("--rows") { Description = "All rows in one call only." };
        Option<bool> row = new("--row") { Description = "One row a call only." };
        Option<bool> softMath = new("--softmath") { Description = "SoftMath instead of the generated methods." };
        Option<int[]> sizes = Parsing.Sizes();
        Option<int?> isa = new("--isa") { Description = "Registers of so many bits; left out, those that .NET prefers." };
        isa.AcceptOnlyFromAmong([.. RegisterSettings.Widths.Select(width => $"{width}")]);
        Option<int> rounds = new("--rounds") { Description = "Pairs of processes.", DefaultValueFactory = _ => 5 };
        Command command = new("versus", "Compares two builds, in processes that take turns: some twenty seconds a table, everything without options.")
        {
            old.AcceptExistingOnly(), other, operations, floats, doubles, rows, row, softMath, sizes, isa, rounds,
        };
        command.SetAction(parsed =>
        {
            Subject subject = parsed.GetValue(softMath) ? Subject.SoftMath : Subject.Generated;
            Duel duel = new(
                parsed.GetRequiredValue(old).FullName,
                parsed.GetValue(other)?.FullName ?? typeof(Commands).Assembly.Location,
                parsed.GetValue(rounds),
                RegisterSettings.Of(parsed.GetValue(isa)));
            VersusReport.Print(duel, [
                .. from oneRowACall in Either(parsed.GetValue(rows) && subject == Subject.Generated, parsed.GetValue(row) || subject == Subject.SoftMath)
                   from isDouble in Either(parsed.GetValue(floats), parsed.GetValue(doubles))
                   from operation in parsed.GetRequiredValue(operations)
                   select new Course(subject, new Scenario(operation, isDouble, oneRowACall), parsed.GetRequiredValue(sizes)),
            ]);
        });
        return command;
    }

    private static Command BenchmarkDotNet()
    {
        Argument<string[]> words = new("options") { Description = "Its own options.", CaptureRemainingTokens = true };
        Command command = new("bdn", "The same as quick with BenchmarkDotNet.") { words };

        // In this process: BenchmarkDotNet's own projects would be built under this repository's rules.
        command.SetAction(parsed =>
            _ = BenchmarkSwitcher.FromAssembly(typeof(KernelBenchmarks<>).Assembly).Run([.. parsed.GetRequiredValue(words), "--inProcess"]));
        return command;
    }

    private static Command Pay()
    {
        Command command = new("pay", "What users pay before the first result: text, compiling, generating, a keystroke, first calls; in some five minutes.");
        command.SetAction(_ =>
        {
            using Compilation compilation = new();
            PayReport.Print([() => SourceText.Measure(isDouble: false), compilation.Measure, Keystroke.Measure, () => FirstCalls.Measure(isDouble: false)]);
        });
        return command;
    }

    private static Command ColdStart()
    {
        Option<bool> isDouble = new("--double") { Description = "Doubles instead of floats." };
        Command command = new("coldstart", "The part of pay that differs by element type: text and first calls.") { isDouble };
        command.SetAction(parsed =>
            PayReport.Print([() => SourceText.Measure(parsed.GetValue(isDouble)), () => FirstCalls.Measure(parsed.GetValue(isDouble))]));
        return command;
    }

    private static Command OfGenerator()
    {
        Command command = new("generator", "What the generator costs: cold, on a keystroke and in a build, in some ten minutes.");
        command.SetAction(_ => GeneratorReport.Print());
        return command;
    }

    private static Command Chart()
    {
        Argument<DirectoryInfo> folder = new("folder");
        Command command = new("chart", "Measures everything and writes a page and a chart named for the registers in use.") { folder.AcceptExistingOnly() };
        command.SetAction(parsed => PerformancePage.Write(parsed.GetRequiredValue(folder).FullName));
        return command;
    }

    private static Command Masks()
    {
        Command command = new("masks", "Compares methods with masks with the plain ones on the same data, in turns, in under a minute.");
        command.SetAction(_ => MaskReport.Print());
        return command;
    }

    private static Command Half()
    {
        Command command = new("half", "SoftMath of Half against that of float, against conversions of System.Numerics.Tensors and against converting one by one, in turns, in under a minute.");
        command.SetAction(_ => HalfReport.Print());
        return command;
    }

    private static Command Extras()
    {
        Command command = new("extras", "Temperatures, masks, columns and two results in one pass against what their peers' users write, in turns, in a minute; floats.");
        command.SetAction(_ => ExtrasReport.Print());
        return command;
    }

    private static Command Choice()
    {
        Command command = new("choice", "Compares top-k with as many calls of argmax, and draws with softmax, in turns, in under half a minute.");
        command.SetAction(_ => ExtrasReport.PrintChoice());
        return command;
    }

    private static Command Parts()
    {
        Option<int> values = new("--values") { Description = "How long the row is.", DefaultValueFactory = _ => 100_000_000 };
        values.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--values needs a number from 1 on.");
            }
        });
        Command command = new("parallel", "Compares one row in parts, on one thread and on more, from memory and from a mapped file, with one call and with TensorPrimitives.") { values };
        command.SetAction(parsed => PartsReport.Print(parsed.GetValue(values)));
        return command;
    }

    private static Command Training()
    {
        Command command = new("training", "Losses with their gradients, entropy and gradients of softmax against the parts they replace and what one writes with TensorPrimitives, in turns; floats.");
        command.SetAction(_ => ExtrasReport.PrintTraining());
        return command;
    }

    /// <summary>False, true or, where none of the two is asked for, both.</summary>
    private static IEnumerable<bool> Either(bool isFalse, bool isTrue) =>
        isFalse == isTrue ? [false, true] : [isTrue];
}
