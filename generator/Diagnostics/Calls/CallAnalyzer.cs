using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Planning;
using SoftKernels.Generator.Rules;

namespace SoftKernels.Generator.Diagnostics.Calls;

/// <summary>Would a call throw, whatever the values are?</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule.LengthDoesNotFit, Rule.ArgumentsOverlap, Rule.LabelIsOutside);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypesByMetadataName(KernelDeclaration.MetadataName).IsEmpty)
            {
                return;
            }

            KernelCalls calls = new(RuntimeLibrary.SoftMath(start.Compilation));
            start.RegisterOperationAction(
                operation =>
                {
                    if (calls.Find((IInvocationOperation)operation.Operation) is { } call && !ExpectedExceptions.AreExpectedOf(operation.Operation))
                    {
                        Report(operation, call);
                    }
                },
                OperationKind.Invocation);
        });
    }

    private static void Report(OperationAnalysisContext context, KernelCall call)
    {
        StretchReader reader = new(context.Compilation, context.CancellationToken);
        List<SpanArgument> spans = call.Spans(reader);
        foreach (Diagnostic violation in LabelViolations(call, spans, reader))
        {
            context.ReportDiagnostic(violation);
        }

        bool fits = true;
        foreach (Diagnostic violation in LengthViolations(call, spans, call.Unit(reader)))
        {
            fits = false;
            context.ReportDiagnostic(violation);
        }

        if (!fits)
        {
            return;
        }

        foreach (Overlap overlap in Overlap.Of(call.Shape))
        {
            if (overlap.MayBeginTogether && OverlapViolation(call, overlap, Of(spans, overlap.First), Of(spans, overlap.Written)) is { } violation)
            {
                context.ReportDiagnostic(violation);
            }
        }
    }

    private static SpanArgument Of(List<SpanArgument> spans, Parameter parameter) => spans.Find(span => span.Parameter == parameter);

    private static IEnumerable<Diagnostic> LengthViolations(KernelCall call, List<SpanArgument> spans, int unit)
    {
        SpanArgument primary = spans[0];
        foreach (SpanArgument span in spans)
        {
            if (span.Length is { } given && Needed(call, span, primary, unit) is { } needed)
            {
                yield return Diagnostic.Create(Rule.LengthDoesNotFit, span.Argument.Value.Syntax.GetLocation(),
                    call.Name, needed.Words, span.Name, Invariant.Text(given), needed.Mend);
            }
        }
    }

    /// <summary>What an argument of a known length should have been, in a reader's words, and what to do; <see langword="null"/> where it fits.</summary>
    private static (string Words, string Mend)? Needed(KernelCall call, SpanArgument span, SpanArgument primary, int unit)
    {
        int given = span.Length.GetValueOrDefault();
        string n = Invariant.Text(call.Size);
        switch (span.Parameter.Length)
        {
            case Length.Row when given != call.Size:
                string other = span == primary ? $", or call '{call.Type}.{call.Operation.Name}', which takes any length" : "";
                return ($"exactly {Values(call.Size)}", $"pass exactly {n}{other}");

            case Length.Matrix or Length.RowOrMatrix when primary.Length is null && given % unit != 0:
            case Length.WholeRows or Length.WholeBlocks when given % unit != 0:
                return ($"a multiple of {Values(unit)}", $"pass whole {Rows(call, unit)} of {Values(call.Size)} each");

            case Length.Matrix when primary.Length is { } matrix && matrix % unit == 0 && given != matrix:
                return ($"{Values(matrix)}, as many as '{primary.Name}',", $"pass exactly {Invariant.Text(matrix)}");

            case Length.RowOrMatrix when primary.Length is { } matrix && matrix % call.Size == 0 && given != matrix && given != call.Size:
                return ($"{Values(call.Size)}, or as many as '{primary.Name}',", $"pass {n} or {Invariant.Text(matrix)}");

            case Length.OneOfRow when primary.Length is { } matrix && matrix % unit == 0 && given != matrix / call.Size:
                return ($"{Values(matrix / call.Size)}, one for each {(call.Shape.Last is null ? "row" : "column")},", $"pass exactly {Invariant.Text(matrix / call.Size)}");

            case Length.Chosen when given < 1 || (call.Size > 0 && given > call.Size):
                return ($"from 1 to {Values(call.Size)}", "pass as many as there are to be chosen");

            case Length.ChosenOfRows when primary.Length is { } matrix && matrix > 0 && matrix % unit == 0 && IsNoMultiple(given, matrix / unit, call.Size):
                return ($"from 1 to {n} for each of {Invariant.Text(matrix / unit)} rows", "pass as many as there are to be chosen, for each row");

            default:
                return null;
        }
    }

    private static bool IsNoMultiple(int given, int rows, int most) => given < rows || given % rows != 0 || given / rows > most;

    /// <summary>Labels that are no index of a row; where the row's length is not known, those that are negative.</summary>
    private static IEnumerable<Diagnostic> LabelViolations(KernelCall call, List<SpanArgument> spans, StretchReader reader)
    {
        int? size = call.Size > 0 ? call.Size : spans[0].Length is > 0 and var length ? length : null;
        string needed = size is { } count ? "labels from 0 to " + Invariant.Text(count - 1) : "labels of 0 and above";
        for (int i = 0; i < call.Shape.Parameters.Length; i++)
        {
            Parameter parameter = call.Shape.Parameters[i];
            if (!parameter.Port.IsIndexOfRow)
            {
                continue;
            }

            IArgumentOperation argument = call.Argument(i);
            foreach (IOperation given in parameter.IsSpan ? reader.Elements(argument.Value) : [argument.Value])
            {
                if (reader.ReadInteger(given) is { } label && (label < 0 || label >= size))
                {
                    yield return Diagnostic.Create(Rule.LabelIsOutside, given.Syntax.GetLocation(), call.Name, needed, argument.Parameter!.Name, Invariant.Text(label));
                }
            }
        }
    }

    private static string Rows(KernelCall call, int unit) =>
        call.Shape.Last is not { } columns ? "rows" : $"blocks of {(unit > call.Size ? Invariant.Text(unit / call.Size) : $"'{columns}'")} columns";

    private static Diagnostic? OverlapViolation(KernelCall call, Overlap overlap, SpanArgument first, SpanArgument written)
    {
        Stretch? source = first.Stretch;
        Stretch? destination = written.Stretch;
        if (source?.Buffer is null || !Equals(source.Buffer, destination?.Buffer) || source.Start == destination!.Start)
        {
            return null;
        }

        // A length that is not known is the one that the method will insist on.
        int? readEnd = source.Start + (source.Length ?? Insisted(call, first) ?? (overlap.IsOfOneLength ? destination.Length : null));
        int? writtenEnd = destination.Start + (destination.Length ?? Insisted(call, written) ?? (overlap.IsOfOneLength ? source.Length : null));
        if (!(source.Start < writtenEnd && destination.Start < readEnd))
        {
            return null;
        }

        int distance = destination.Start - source.Start;
        return Diagnostic.Create(Rule.ArgumentsOverlap, written.Argument.Value.Syntax.GetLocation(), call.Name, written.Name,
            first.Name, Values(System.Math.Abs(distance)), distance > 0 ? "after" : "before");
    }

    private static int? Insisted(KernelCall call, SpanArgument span) => span.Parameter.Length == Length.Row ? call.Size : null;

    private static string Values(int count) => count == 1 ? "1 value" : $"{Invariant.Text(count)} values";
}
