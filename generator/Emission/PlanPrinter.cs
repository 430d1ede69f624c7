using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Emission;

/// <summary>Prints a plan as C#. Decides nothing.</summary>
/// <param name="writer">Where to.</param>
/// <param name="lanesClass">The runtime's registers for the element type and width.</param>
/// <param name="columnsClass">What turns rows into columns, where they are.</param>
/// <param name="fallBack">What falling back is: statements, the last of which leaves the method.</param>
internal sealed class PlanPrinter(SourceWriter writer, string lanesClass, string? columnsClass, IReadOnlyList<string> fallBack)
{
    public void Print(Plan plan)
    {
        writer.Line($"var lanes = {lanesClass};");
        if (columnsClass is not null)
        {
            writer.Line($"var columns = {columnsClass};");
        }

        bool isFirst = false;
        foreach (Paragraph paragraph in plan.Paragraphs)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            if (paragraph.Comment.Length > 0)
            {
                writer.Line("// " + paragraph.Comment);
            }

            Print(paragraph.Statements);
        }
    }

    private void Print(IReadOnlyList<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            Print(statement);
        }
    }

    private void Print(Statement statement)
    {
        switch (statement)
        {
            case Declare declare:
                writer.Line($"var {declare.Name} = {Text(declare.Value)};");
                break;
            case DeclareTwo two:
                writer.Line($"var ({two.First}, {two.Second}) = {Text(two.Value)};");
                break;
            case DeclareReference reference:
                writer.Line($"ref var {reference.Name} = ref {Text(reference.Value)};");
                break;
            case Assign assign:
                writer.Line($"{assign.Name} = {Text(assign.Value)};");
                break;
            case Evaluate evaluate:
                writer.Line($"{Text(evaluate.Value)};");
                break;
            case Return { Value: null }:
                writer.Line("return;");
                break;
            case Return { Value: { } value }:
                writer.Line($"return {Text(value)};");
                break;
            case FallBackUnless unless:
                writer.Block($"if (!{Text(unless.Condition)})", () =>
                {
                    foreach (string line in fallBack)
                    {
                        writer.Line(line);
                    }
                });
                break;
            case If condition:
                writer.Block($"if ({Text(condition.Condition)})", () => Print(condition.Body));
                break;
            case For loop:
                string advance = loop.Step == 1 ? "++" : $" {(loop.Step > 0 ? "+=" : "-=")} {Text(Math.Abs(loop.Step))}";
                writer.Block(
                    $"for (int {loop.Index} = {Text(loop.From)}; {loop.Index} {(loop.Step > 0 ? "<" : ">=")} {Text(loop.To)}; {loop.Index}{advance})",
                    () => Print(loop.Body));
                break;
            case Scope scope:
                writer.Block(() => Print(scope.Body));
                break;
            case Break:
                writer.Line("break;");
                break;
            default:
                throw new NotSupportedException(statement.ToString());
        }
    }

    private string Text(Expression expression) => expression switch
    {
        Name name => name.Text,
        Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        Reference reference => "ref " + reference.Text,
        Out { Text: "_" } => "out _",
        Out result => "out var " + result.Text,
        Operation operation => $"{Text(operation.Left)} {operation.Operator} {Operand(operation.Right)}",
        Call call => $"{Receiver(call.Function)}.{call.Function}({string.Join(", ", call.Arguments.Select(Text))})",
        CallOn call => $"{call.Target}.{call.Function}()",
        _ => throw new NotSupportedException(expression.ToString()),
    };

    private static string Receiver(string function) =>
        function is "LoadRows" or "StoreRows" or "LoadColumns" or "StoreColumns" or "InRowOrder" ? "columns" : "lanes";

    private string Operand(Expression expression) => expression is Operation ? $"({Text(expression)})" : Text(expression);
}
