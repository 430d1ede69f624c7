using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftKernels.Generator.Diagnostics.Advice;

namespace SoftKernels.CodeFixes.ByHand;

/// <summary>
/// Loops whose values come from anywhere: a loop stores what was exponentiated, and <c>SoftMath</c> works in place. Between the declaration of the sum and the
/// last loop stand loops over the same values and declarations only; each statement has one part in it, or there is no rewrite.
/// </summary>
internal sealed class LoopRewrite
{
    private readonly SemanticModel _model;
    private readonly List<StatementSyntax> _removed = [];
    private readonly Dictionary<string, string> _lengths = [];
    private string _sum = "";
    private string _inverse = "";
    private string _buffer = "";
    private string _count = "";
    private ITypeSymbol? _bufferType;
    private ITypeSymbol? _elementType;
    private ForStatementSyntax? _store;
    private string _stored = "";
    private ExponentialSyntax? _added;
    private bool _isAdded;
    private StatementSyntax? _last;

    private LoopRewrite(SemanticModel model) => _model = model;

    public static Edit? Of(SyntaxNode place, SemanticModel model)
    {
        StatementSyntax? loop = place.AncestorsAndSelf().OfType<ForStatementSyntax>().FirstOrDefault();
        if (loop?.Parent is not BlockSyntax block)
        {
            return null;
        }

        // The sum may be declared before or after the first loop.
        int at = block.Statements.IndexOf(loop);
        for (int first = at; first >= 0 && first >= at - 4; first--)
        {
            LoopRewrite rewrite = new(model);
            if (rewrite.Reads(block, first))
            {
                return new(Finding.Softmax, rewrite.Apply);
            }
        }

        return null;
    }

    private void Apply(Microsoft.CodeAnalysis.Editing.DocumentEditor editor)
    {
        foreach (StatementSyntax statement in _removed)
        {
            if (statement != _store)
            {
                editor.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia);
            }
        }

        string index = _store!.Declaration!.Variables[0].Identifier.ValueText;
        ExpressionStatementSyntax store = (ExpressionStatementSyntax)SyntaxFactory.ParseStatement($"{_buffer}[{index}] = {_stored};");
        StatementSyntax body = _store.Statement is BlockSyntax block ? block.WithStatements(SyntaxFactory.SingletonList<StatementSyntax>(store.WithTriviaFrom(block.Statements[0]))) : store.WithTriviaFrom(_store.Statement);

        ExpressionSyntax values = IsWhole() ? SyntaxFactory.IdentifierName(_buffer) : Spans.First(_buffer, _bufferType, _count, _model, _store.SpanStart)!;
        SyntaxNode call = editor.Generator.ExpressionStatement(editor.Generator.InvocationExpression(SoftMathCalls.Method(editor, Finding.Softmax), values, values));
        if (_last == _store)
        {
            editor.InsertAfter(_store, call);
        }
        else
        {
            editor.ReplaceNode(_last!, call.WithTriviaFrom(_last!));
        }

        editor.ReplaceNode(_store, _store.WithStatement(body));
    }

    private bool IsWhole() => Same(_count, _buffer + ".Length");

    private bool Reads(BlockSyntax block, int first)
    {
        int i = first;
        for (; i < block.Statements.Count && _last is null; i++)
        {
            if (!Read(block.Statements[i]))
            {
                return false;
            }
        }

        // What is named here is used nowhere else, and every store is of this kind.
        StatementSyntax[] mine = [.. block.Statements.Skip(first).Take(i - first)];
        return _last is not null && _store is not null && _sum.Length > 0 && ExponentialSyntax.IsFloatingPoint(_elementType)
            && IsOnlyIn(block, _sum, mine) && (_inverse.Length == 0 || IsOnlyIn(block, _inverse, mine))
            && _model.GetDiagnostics(_store.Span).All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
    }

    private static bool IsOnlyIn(BlockSyntax block, string name, StatementSyntax[] statements) => block.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(identifier => identifier.Identifier.ValueText == name)
        .All(identifier => statements.Any(statement => statement.Span.Contains(identifier.Span)));

    private bool Read(StatementSyntax statement) => statement switch
    {
        LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } value } variable] } => ReadDeclaration(statement, variable.Identifier.ValueText, value),
        ForStatementSyntax loop => ReadLoop(loop),
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } inverted } when _sum.Length > 0 && _isAdded && inverted.Left.ToString() == _sum =>
            ReadDeclaration(statement, _sum, inverted.Right),
        _ => false,
    };

    private bool ReadDeclaration(StatementSyntax statement, string name, ExpressionSyntax value)
    {
        string text = value.ToString();
        if (_model.GetConstantValue(value) is { HasValue: true, Value: 0 or 0f or 0d } && _sum.Length == 0 && ExponentialSyntax.IsFloatingPoint(_model.GetTypeInfo(value).ConvertedType))
        {
            _sum = name;
            _removed.Add(statement);
            return true;
        }

        if (_buffer.Length > 0 && _sum.Length == 0 && text == _buffer + ".Sum()")
        {
            _sum = name;
            _isAdded = true;
            _removed.Add(statement);
            return IsWhole();
        }

        if (_sum.Length > 0 && _inverse.Length == 0 && value is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } quotient
            && quotient.Right.ToString() == _sum && _model.GetConstantValue(quotient.Left) is { HasValue: true, Value: 1 or 1f or 1d })
        {
            _inverse = name;
            _removed.Add(statement);
            return true;
        }

        // The destination may be allocated between the loops.
        if (value is ArrayCreationExpressionSyntax { Initializer: null, Type.RankSpecifiers: [{ Sizes: [var size] }] })
        {
            _lengths[name + ".Length"] = size.ToString();
            return true;
        }

        return false;
    }

    private bool ReadLoop(ForStatementSyntax loop)
    {
        StatementSyntax[] body = loop.Statement is BlockSyntax block ? [.. block.Statements] : [loop.Statement];
        if (loop is not
            {
                Declaration.Variables: [{ Identifier.ValueText: var index, Initializer.Value: LiteralExpressionSyntax { Token.Value: 0 } }],
                Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression, Left: IdentifierNameSyntax compared, Right: var count },
                Incrementors: [PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression }],
            }
            || compared.Identifier.ValueText != index
            || count.DescendantNodesAndSelf().Any(node => node is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or LiteralExpressionSyntax))
            || !HasCount(count.ToString()))
        {
            return false;
        }

        Dictionary<string, ExponentialSyntax> locals = [];
        bool isStored = false;
        foreach (StatementSyntax statement in body)
        {
            switch (statement)
            {
                case LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } value } variable] } when ExponentialSyntax.Of(value, _model) is { } exponential && exponential.IsRepeatable(_model):
                    locals[variable.Identifier.ValueText] = exponential;
                    break;
                case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } when ReadAssignment(loop, index, assignment, locals, ref isStored):
                    break;
                default:
                    return false;
            }
        }

        if (!isStored && _last is null)
        {
            _removed.Add(loop);
        }

        return _last is null || body.Length == 1;
    }

    private bool ReadAssignment(ForStatementSyntax loop, string index, AssignmentExpressionSyntax assignment, Dictionary<string, ExponentialSyntax> locals, ref bool isStored)
    {
        string left = assignment.Left.ToString();
        ExpressionSyntax right = assignment.Right is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression : assignment.Right;
        bool isPlain = assignment.IsKind(SyntaxKind.SimpleAssignmentExpression);
        if (left == _sum && _sum.Length > 0)
        {
            if (isPlain && right is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } addition && addition.Left.ToString() == _sum)
            {
                right = addition.Right;
            }
            else if (!assignment.IsKind(SyntaxKind.AddAssignmentExpression))
            {
                return false;
            }

            if (_isAdded)
            {
                return false;
            }

            _isAdded = true;
            if (right is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } nested)
            {
                return ReadAssignment(loop, index, nested, locals, ref isStored);
            }

            _added = locals.TryGetValue(right.ToString(), out ExponentialSyntax? local) ? local : ExponentialSyntax.Of(right, _model);
            return _added is not null ? _added.IsRepeatable(_model) && (_store is null || _added.Argument.ToString() == StoredArgument) : right.ToString() == $"{_buffer}[{index}]" && _store is not null;
        }

        if (assignment.Left is not ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax buffer, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax at }] } || at.Identifier.ValueText != index)
        {
            return false;
        }

        string name = buffer.Identifier.ValueText;
        string element = $"{name}[{index}]";
        if (_store is null)
        {
            ExponentialSyntax? stored = isPlain ? locals.TryGetValue(right.ToString(), out ExponentialSyntax? local) ? local : ExponentialSyntax.Of(right, _model) : null;
            bool isQuotient = false;
            if (stored is null && isPlain && _isAdded && _added is not null && Divided(right) is { } dividend)
            {
                stored = ExponentialSyntax.Of(dividend, _model);
                isQuotient = stored is not null && SameText(stored.Argument, _added.Argument, loop);
            }

            if (stored is null || (!isQuotient && Divided(right) is not null) || !SetBuffer(buffer))
            {
                return false;
            }

            // Where it was only added so far, it may not be stored before it is divided.
            if (!isQuotient && _isAdded && _added is not null && !SameText(stored.Argument, _added.Argument, loop))
            {
                return false;
            }

            // What still reads the destination elsewhere would read what is not exponentiated yet.
            if (!ReadsOnly(stored.Argument, name, element) || !stored.IsRepeatable(_model))
            {
                return false;
            }

            isStored = true;
            _store = loop;
            StoredArgument = stored.Argument.ToString();
            _stored = _elementType!.SpecialType == SpecialType.System_Double ? stored.Argument.WithoutTrivia().ToString() : stored.Converted;
            if (_elementType.SpecialType == SpecialType.System_Single && stored.Type.SpecialType != SpecialType.System_Single)
            {
                return false;
            }

            if (isQuotient)
            {
                _last = loop;
            }

            return true;
        }

        if (name != _buffer || !_isAdded || loop == _store)
        {
            return false;
        }

        bool isEnd = assignment.Kind() switch
        {
            SyntaxKind.DivideAssignmentExpression => right.ToString() == _sum && _inverse != _sum,
            SyntaxKind.MultiplyAssignmentExpression => right.ToString() == _inverse || right is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } inverse && inverse.Right.ToString() == _sum && inverse.Left.ToString() is "1" or "1f" or "1.0" or "1d",
            SyntaxKind.SimpleAssignmentExpression => Uncast(right) is BinaryExpressionSyntax binary && (Divided(binary) is { } divided ? divided.ToString() == element && _inverse != _sum
                : binary.IsKind(SyntaxKind.MultiplyExpression) && _inverse.Length > 0 && binary.Left.ToString() == element && binary.Right.ToString() == _inverse),
            _ => false,
        };
        if (isEnd)
        {
            _last = loop;
        }

        return isEnd;
    }

    private string StoredArgument { get; set; } = "";

    private static bool ReadsOnly(ExpressionSyntax argument, string buffer, string element) => argument.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Where(identifier => identifier.Identifier.ValueText == buffer)
        .All(identifier => identifier.Parent?.ToString() == element);

    private bool SetBuffer(IdentifierNameSyntax buffer)
    {
        if (_model.GetSymbolInfo(buffer).Symbol is not (ILocalSymbol or IParameterSymbol or IFieldSymbol))
        {
            return false;
        }

        _buffer = buffer.Identifier.ValueText;
        _bufferType = _model.GetTypeInfo(buffer).Type;
        _elementType = MathCalls.ElementType(_bufferType);
        return _bufferType is IArrayTypeSymbol { Rank: 1 } or INamedTypeSymbol { Name: "Span", ContainingNamespace.Name: "System" } && ExponentialSyntax.IsFloatingPoint(_elementType);
    }

    /// <summary>The same but for the name of the loop's index.</summary>
    private static bool SameText(ExpressionSyntax one, ExpressionSyntax other, ForStatementSyntax loop)
    {
        string otherIndex = other.FirstAncestorOrSelf<ForStatementSyntax>()?.Declaration?.Variables[0].Identifier.ValueText ?? "";
        string index = loop.Declaration!.Variables[0].Identifier.ValueText;
        return index == otherIndex && one.IsEquivalentTo(other, topLevel: false);
    }

    private ExpressionSyntax? Divided(ExpressionSyntax expression) =>
        Uncast(expression) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } quotient && quotient.Right.ToString() == _sum ? quotient.Left : null;

    private static ExpressionSyntax Uncast(ExpressionSyntax expression) => expression switch
    {
        CastExpressionSyntax cast => Uncast(cast.Expression),
        ParenthesizedExpressionSyntax parenthesized => Uncast(parenthesized.Expression),
        _ => expression,
    };

    private bool HasCount(string count)
    {
        if (_count.Length == 0)
        {
            _count = count;
            return true;
        }

        return Same(_count, count);
    }

    private bool Same(string one, string other) => Length(one) == Length(other);

    private string Length(string count)
    {
        if (_lengths.TryGetValue(count, out string? created))
        {
            return created;
        }

        return count == _buffer + ".Length" && CreatedLength() is { } size ? size : count;
    }

    /// <summary>The length that the buffer was created with, where it is a variable of its own.</summary>
    private string? CreatedLength() => _store is not null
        && _store.Parent!.ChildNodes().OfType<LocalDeclarationStatementSyntax>().SelectMany(statement => statement.Declaration.Variables)
            .FirstOrDefault(variable => variable.Identifier.ValueText == _buffer)?.Initializer?.Value is ArrayCreationExpressionSyntax { Initializer: null, Type.RankSpecifiers: [{ Sizes: [var size] }] }
            ? size.ToString()
            : null;
}
