using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SoftKernels.Generator.Diagnostics.Advice;

namespace SoftKernels.CodeFixes.ByHand;

/// <summary>LINQ: what is exponentiated goes into an array, which <c>SoftMath</c> is called with.</summary>
internal static class LinqRewrite
{
    public static Edit? Of(SyntaxNode place, SemanticModel model)
    {
        if (place.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(call => (IsLinq(call, model, "Sum", "Select") || IsConversion(call, model)) && call.ArgumentList.Span.Contains(place.Span)) is not { } over
            || Selected(over, model) is not { } selected)
        {
            return null;
        }

        InvocationExpressionSyntax sum = IsLinq(over, model, "Sum") ? over : over.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } && IsLinq(outer, model, "Sum") ? outer : over;
        if (IsLinq(sum, model, "Sum")
            && sum.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax log } }
            && model.GetOperation(log) is IInvocationOperation operation && MathCalls.IsLog(operation.TargetMethod) && operation.TargetMethod.Name == "Log"
            && (operation.Type?.SpecialType == SpecialType.System_Double || selected.Type.SpecialType == SpecialType.System_Single))
        {
            return new(Finding.LogSumExp, editor => editor.ReplaceNode(log, ((ExpressionSyntax)editor.Generator.InvocationExpression(
                SoftMathCalls.Method(editor, Finding.LogSumExp), SyntaxFactory.ParseExpression(selected.Values))).WithTriviaFrom(log)));
        }

        return Softmax(over, selected, model);
    }

    /// <summary><c>var e = x.Select(exp).ToArray(); var s = e.Sum(); … e.Select(v => v / s)</c>, or both with their own exponentials.</summary>
    private static Edit? Softmax(InvocationExpressionSyntax over, (string Values, ITypeSymbol Type) selected, SemanticModel model)
    {
        if (over.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not { Declaration.Variables: [{ Initializer.Value: { } value } variable], Parent: BlockSyntax block } first
            || Unlisted(value) != over)
        {
            return null;
        }

        string name = variable.Identifier.ValueText;
        int at = block.Statements.IndexOf(first);
        StatementSyntax? second = at + 1 < block.Statements.Count ? block.Statements[at + 1] : null;
        if (IsLinq(over, model, "Sum"))
        {
            // The sum, with exponentials of its own, and then the values.
            return second is not null && Quotient(second, name, model) is { } last && ExponentialOf(last.Dividend, model) is { } again
                && Body(last.Call) is not null && References(block, name) == 1
                && SameSelection(over, last.Call, again, model)
                    ? Edited(first, [], last.Whole, selected, NewName(block, model, "probabilities"))
                    : null;
        }

        if (second is not LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } summed } sum] }
            || Strip(summed) is not InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax added } } total
            || added.Identifier.ValueText != name
            || !IsLinq(total, model, "Sum")
            || at + 2 >= block.Statements.Count)
        {
            return null;
        }

        if (IsDivision(block.Statements[at + 2], name, sum.Identifier.ValueText)
            && !IsDeferred(value)
            && References(block, sum.Identifier.ValueText) == 1)
        {
            return Edited(first, [second, block.Statements[at + 2]], null, selected, name);
        }

        if (Quotient(block.Statements[at + 2], sum.Identifier.ValueText, model) is not { } end
            || Source(end.Call) is not IdentifierNameSyntax divided
            || divided.Identifier.ValueText != name
            || Strip(end.Dividend) is not IdentifierNameSyntax
            || References(block, name) != 2
            || References(block, sum.Identifier.ValueText) != 1)
        {
            return null;
        }

        return Edited(first, [second], end.Whole, selected, name);
    }

    /// <summary><c>for (int i = 0; i &lt; e.Length; i++) { e[i] /= s; }</c>.</summary>
    private static bool IsDivision(StatementSyntax statement, string values, string sum)
    {
        if (statement is not ForStatementSyntax { Declaration.Variables: [{ Initializer.Value: LiteralExpressionSyntax { Token.Value: 0 } } index], Incrementors: [PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax], Condition: { } condition } loop)
        {
            return false;
        }

        string i = index.Identifier.ValueText;
        StatementSyntax body = loop.Statement is BlockSyntax { Statements: [var only] } ? only : loop.Statement;
        return condition.ToString() == $"{i} < {values}.Length" && loop.Incrementors[0].ToString() is var step && (step == i + "++" || step == "++" + i)
            && body.ToString() is var division && (division == $"{values}[{i}] /= {sum};" || division == $"{values}[{i}] = {values}[{i}] / {sum};");
    }

    /// <summary>Whether it is an array at once.</summary>
    private static bool IsDeferred(ExpressionSyntax value) => Strip(value) is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray" or "ConvertAll" } };

    private static Edit Edited(LocalDeclarationStatementSyntax first, IReadOnlyList<StatementSyntax> removed, ExpressionSyntax? result, (string Values, ITypeSymbol Type) selected, string name) =>
        new(Finding.Softmax, editor =>
        {
            string values = Copy(selected.Values);
            foreach (StatementSyntax statement in removed)
            {
                editor.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia);
            }

            SyntaxNode[] name2 = [SyntaxFactory.IdentifierName(name), SyntaxFactory.IdentifierName(name)];
            SyntaxNode call = editor.Generator.ExpressionStatement(editor.Generator.InvocationExpression(SoftMathCalls.Method(editor, Finding.Softmax), name2));
            editor.InsertAfter(first, call);
            editor.ReplaceNode(first, SyntaxFactory.ParseStatement($"var {name} = {values};").WithTriviaFrom(first));
            if (result is null)
            {
                return;
            }

            bool isList = result is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToList" } };
            editor.ReplaceNode(result, SyntaxFactory.ParseExpression(isList ? name + ".ToList()" : name).WithTriviaFrom(result));
        });

    private static string Copy(string values) => values.EndsWith(".ToArray()", System.StringComparison.Ordinal) ? values : values + ".ToArray()";

    /// <summary>The array of what is exponentiated, and the type of the exponentials.</summary>
    private static (string Values, ITypeSymbol Type)? Selected(InvocationExpressionSyntax over, SemanticModel model)
    {
        if (Source(over) is not { } source || over.ArgumentList.Arguments is not [.., { Expression: var selector }])
        {
            return null;
        }

        string from = source.WithoutTrivia().ToString();
        ITypeSymbol? sourceType = model.GetTypeInfo(source).Type;
        string array = sourceType is IArrayTypeSymbol ? from : from + ".ToArray()";
        if (Body(over) is { } body)
        {
            if (ExponentialSyntax.Of(body, model) is not { } exponential)
            {
                return null;
            }

            string parameter = ParameterOf(selector);
            string each = exponential.Exact;
            return (each == parameter ? array : $"{from}.Select({parameter} => {each}).ToArray()", exponential.Type);
        }

        return model.GetSymbolInfo(selector).Symbol is IMethodSymbol method && MathCalls.IsExp(method) && ExponentialSyntax.IsFloatingPoint(method.ReturnType)
            && model.GetOperation(over) is IInvocationOperation { TargetMethod: { TypeArguments: [var element, ..] } } && element.SpecialType == method.Parameters[0].Type.SpecialType
                ? (array, method.ReturnType)
                : null;
    }

    private static ExponentialSyntax? ExponentialOf(ExpressionSyntax expression, SemanticModel model) => ExponentialSyntax.Of(expression, model);

    /// <summary>Whether two calls run through the same values and exponentiate the same of them.</summary>
    private static bool SameSelection(InvocationExpressionSyntax one, InvocationExpressionSyntax other, ExponentialSyntax again, SemanticModel model) =>
        Source(one) is { } first
        && Source(other) is { } second
        && first.IsEquivalentTo(second, topLevel: false)
        && first is IdentifierNameSyntax or MemberAccessExpressionSyntax
        && Body(one) is { } body
        && ExponentialSyntax.Of(body, model) is { } exponential
        && exponential.Type.SpecialType == again.Type.SpecialType
        && exponential.IsRepeatable(model)
        && ParameterOf(one.ArgumentList.Arguments[0].Expression) == ParameterOf(other.ArgumentList.Arguments[0].Expression)
        && exponential.Argument.IsEquivalentTo(again.Argument, topLevel: false);

    /// <summary>The one <c>….Select(v => … / sum)</c> in a statement.</summary>
    private static (InvocationExpressionSyntax Call, ExpressionSyntax Whole, ExpressionSyntax Dividend)? Quotient(StatementSyntax statement, string sum, SemanticModel model)
    {
        foreach (InvocationExpressionSyntax call in statement.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if ((IsLinq(call, model, "Select") || IsConversion(call, model)) && Body(call) is { } body && Strip(body) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } quotient
                && Strip(quotient.Right) is IdentifierNameSyntax divisor && divisor.Identifier.ValueText == sum
                && !call.Ancestors().TakeWhile(node => node != statement).Any(node => node is AnonymousFunctionExpressionSyntax))
            {
                ExpressionSyntax whole = call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray" or "ToList", Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } listed } ? listed : call;
                return (call, whole, quotient.Left);
            }
        }

        return null;
    }

    private static ExpressionSyntax Unlisted(ExpressionSyntax value) =>
        Strip(value) is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray" or "ToList", Expression: var inner } } ? inner : Strip(value);

    private static ExpressionSyntax Strip(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax parenthesized ? Strip(parenthesized.Expression) : expression;

    private static ExpressionSyntax? Body(InvocationExpressionSyntax call) => call.ArgumentList.Arguments is [.., { Expression: LambdaExpressionSyntax { Body: ExpressionSyntax body } lambda }] && ParameterOf(lambda).Length > 0 ? body : null;

    private static string ParameterOf(ExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var only] } => only.Identifier.ValueText,
        _ => "",
    };

    private static int References(BlockSyntax block, string name) => block.DescendantNodes().OfType<IdentifierNameSyntax>().Count(identifier => identifier.Identifier.ValueText == name);

    private static string NewName(BlockSyntax block, SemanticModel model, string name)
    {
        string free = name;
        for (int i = 2; block.DescendantTokens().Any(token => token.ValueText == free) || model.LookupSymbols(block.SpanStart, name: free).Any(); i++)
        {
            free = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return free;
    }

    /// <summary>What a call runs through.</summary>
    private static ExpressionSyntax? Source(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.Count == 2
        ? call.ArgumentList.Arguments[0].Expression
        : (call.Expression as MemberAccessExpressionSyntax)?.Expression;

    private static bool IsConversion(InvocationExpressionSyntax call, SemanticModel model) =>
        call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConvertAll" }, ArgumentList.Arguments.Count: 2 }
        && model.GetOperation(call) is IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_Array };

    private static bool IsLinq(InvocationExpressionSyntax call, SemanticModel model, params string[] names) =>
        call.Expression is MemberAccessExpressionSyntax access && System.Array.IndexOf(names, access.Name.Identifier.ValueText) >= 0
        && model.GetOperation(call) is IInvocationOperation operation && MathCalls.IsLinq(operation.TargetMethod, names);
}
