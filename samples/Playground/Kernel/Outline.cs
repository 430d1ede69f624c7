using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Playground.Kernel;

/// <summary>Where methods are in a generated file, and for which registers.</summary>
internal static class Outline
{
    private static readonly int[] s_widths = [512, 256, 128];

    public static GeneratedFile Of(GeneratedSourceResult file, CancellationToken cancellation)
    {
        var methods = file.SyntaxTree.GetRoot(cancellation).DescendantNodes().OfType<MethodDeclarationSyntax>();
        return new GeneratedFile(file.HintName, file.SourceText.ToString(), [.. methods.Select(Of)]);
    }

    private static GeneratedMethod Of(MethodDeclarationSyntax method)
    {
        var lines = method.SyntaxTree.GetText().Lines;
        int Line(int position) => lines.GetLineFromPosition(position).LineNumber + 1;

        var head = method.GetLeadingTrivia().FirstOrDefault(trivia => trivia.HasStructure || trivia.ToString().StartsWith("//", StringComparison.Ordinal));
        var first = head == default ? method.SpanStart : head.SpanStart;
        return new GeneratedMethod(
            $"{method.Identifier}({string.Join(", ", method.ParameterList.Parameters.Select(parameter => parameter.Identifier))})",
            Line(first),
            Line(method.ReturnType.SpanStart),
            Line(method.Span.End),
            Widths(method));
    }

    /// <summary>A body asks for its registers by <c>Vector256.IsHardwareAccelerated</c>.</summary>
    private static IReadOnlyList<int> Widths(MethodDeclarationSyntax method)
    {
        var asked = method.DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Name.Identifier.ValueText == "IsHardwareAccelerated")
            .Select(access => access.Expression.ToString())
            .ToHashSet();
        return [.. s_widths.Where(width => asked.Contains($"global::System.Runtime.Intrinsics.Vector{width}"))];
    }
}
