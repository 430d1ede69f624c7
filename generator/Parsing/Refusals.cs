using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Rules;

namespace SoftKernels.Generator.Parsing;

/// <summary>
/// Errors that the generator reports in the analyzers' stead: where these are switched off, and where the compiler ends before they run, because it rejects an
/// attribute. Elsewhere the analyzers have the word, since editors mend only what they report.
/// </summary>
internal static class Refusals
{
    public static Refusal Of(Diagnostic violation)
    {
        FileLinePositionSpan lines = violation.Location.GetLineSpan();
        TextSpan span = violation.Location.SourceSpan;
        return new(
            violation.Id,
            violation.GetMessage(CultureInfo.InvariantCulture),
            new(lines.Path, span.Start, span.Length, lines.StartLinePosition.Line, lines.StartLinePosition.Character, lines.EndLinePosition.Line, lines.EndLinePosition.Character));
    }

    public static Diagnostic Report(Refusal refusal)
    {
        Place place = refusal.Place;
        return Diagnostic.Create(
            refusal.Id,
            Rule.Category,
            refusal.Message,
            DiagnosticSeverity.Error,
            DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            warningLevel: 0,
            helpLink: HelpLinks.For(refusal.Id),
            location: Location.Create(
                place.Path, new(place.Start, place.Length), new(new(place.FirstLine, place.FirstColumn), new(place.LastLine, place.LastColumn))),
            customTags: [WellKnownDiagnosticTags.NotConfigurable]);
    }
}
