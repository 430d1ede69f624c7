using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SoftKernels.Generator.Parsing;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Diagnostics.Calls;

/// <summary>Would a call throw, whatever the values are?</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.LengthDoesNotFit, Rules.ArgumentsOverlap);

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

            KernelCalls calls = new(start.Compilation.GetTypeByMetadataName(Rules.SoftMath));
            start.RegisterOperationAction(
                operation =>
                {
                    if (calls.Find((IInvocationOperation)operation.Operation) is { } call)
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
        Stretch? source = reader.Read(call.Source.Value);
        Stretch? destination = reader.Read(call.Destination?.Value);
        bool fits = true;
        foreach (Diagnostic violation in LengthViolations(call, source?.Length, destination?.Length))
        {
            fits = false;
            context.ReportDiagnostic(violation);
        }

        if (fits && OverlapViolation(call, source, destination) is { } overlap)
        {
            context.ReportDiagnostic(overlap);
        }
    }

    private static IEnumerable<Diagnostic> LengthViolations(KernelCall call, int? source, int? destination)
    {
        switch (call.Form)
        {
            case MethodForm.Row:
                if (source is { } given && given != call.Size)
                {
                    yield return Length(call, call.Source, $"exactly {Values(call.Size)}", given,
                        $"pass exactly {Number(call.Size)}, or call '{call.Type}.{call.Recipe.Name}', which takes any length");
                }

                if (destination is { } room && room != call.Size)
                {
                    yield return Length(call, call.Destination!, $"exactly {Values(call.Size)}", room, $"pass exactly {Number(call.Size)}");
                }

                break;

            case MethodForm.Rows when source is { } matrix && matrix % call.Size != 0:
                yield return Length(call, call.Source, $"a multiple of {Values(call.Size)}", matrix, $"pass whole rows of {Values(call.Size)} each");
                break;

            case MethodForm.Rows when call.Recipe.Result.Kind == ResultKind.Row && source is null && destination is { } results && results % call.Size != 0:
                yield return Length(call, call.Destination!, $"a multiple of {Values(call.Size)}", results, $"pass whole rows of {Values(call.Size)} each");
                break;

            case MethodForm.Rows when source is { } matrix && destination is { } results:
                bool isPerRow = call.Recipe.Result.Kind != ResultKind.Row;
                int needed = isPerRow ? matrix / call.Size : matrix;
                if (results != needed)
                {
                    yield return Length(call, call.Destination!, $"{Values(needed)}, {(isPerRow ? "one for each row" : $"as many as '{call.Source.Parameter!.Name}'")},",
                        results, $"pass exactly {Number(needed)}");
                }

                break;
        }
    }

    private static Diagnostic? OverlapViolation(KernelCall call, Stretch? source, Stretch? destination)
    {
        if (source?.Buffer is null || !Equals(source.Buffer, destination?.Buffer) || source.Start == destination!.Start)
        {
            return null;
        }

        // A length that is not known is the one that the method will insist on.
        int? length = call.Form == MethodForm.Row ? call.Size : null;
        bool isSameLength = call.Recipe.Result.Kind == ResultKind.Row;
        int? read = source.Start + (source.Length ?? length ?? (isSameLength ? destination.Length : null));
        int? written = destination.Start + (destination.Length ?? length ?? (isSameLength ? source.Length : null));
        if (!(source.Start < written && destination.Start < read))
        {
            return null;
        }

        int distance = destination.Start - source.Start;
        return Diagnostic.Create(Rules.ArgumentsOverlap, call.Destination!.Value.Syntax.GetLocation(), call.Name, call.Destination.Parameter!.Name,
            call.Source.Parameter!.Name, Values(System.Math.Abs(distance)), distance > 0 ? "after" : "before");
    }

    private static Diagnostic Length(KernelCall call, IArgumentOperation argument, string needed, int given, string mend) => Diagnostic.Create(
        Rules.LengthDoesNotFit, argument.Value.Syntax.GetLocation(), call.Name, needed, argument.Parameter!.Name, Number(given), mend);

    private static string Values(int count) => count == 1 ? "1 value" : $"{Number(count)} values";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
