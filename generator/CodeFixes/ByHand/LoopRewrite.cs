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
    private readonly SameExpression _same;
    private readonly BlockSyntax _block;
    private readonly List<StatementSyntax> _removed = [];
    private ISymbol? _sum;
    private ISymbol? _inverse;
    private ISymbol? _buffer;
    private ExpressionSyntax? _count;
    private ITypeSymbol? _bufferType;
    private ITypeSymbol? _elementType;
    private ForStatementSyntax? _store;
    private ExponentialSyntax? _stored;
    private ISymbol? _storedAt;
    private ExponentialSyntax? _added;
    private ISymbol? _addedAt;
    private bool _isAdded;
    private StatementSyntax? _last;

    private LoopRewrite(SemanticModel model, BlockSyntax block)
    {
        _model = model;
        _same = new(model);
        _block = block;
    }

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
            LoopRewrite rewrite = new(model, block);
            if (rewrite.Reads(first))
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
        string buffer = _buffer!.Name;
        string stored = _elementType!.SpecialType == SpecialType.System_Double ? _stored!.Argument.WithoutTrivia().ToString() : _stored!.Converted;
        ExpressionStatementSyntax store = (ExpressionStatementSyntax)SyntaxFactory.ParseStatement($"{buffer}[{index}] = {stored};");
        StatementSyntax body = _store.Statement is BlockSyntax block ? block.WithStatements(SyntaxFactory.SingletonList<StatementSyntax>(store.WithTriviaFrom(block.Statements[0]))) : store.WithTriviaFrom(_store.Statement);

        ExpressionSyntax values = IsWhole() ? SyntaxFactory.IdentifierName(buffer) : Spans.First(buffer, _bufferType, _count!.WithoutTrivia().ToString(), _model, _store.SpanStart)!;
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

    /// <summary>Whether as many values as are written are all that the buffer holds.</summary>
    private bool IsWhole() => _same.IsLengthOf(_buffer, _count) || (SizeOf(_buffer) is { } size && _same.Are(size, Length(_count!)));

    private bool Reads(int first)
    {
        int i = first;
        for (; i < _block.Statements.Count && _last is null; i++)
        {
            if (!Read(_block.Statements[i]))
            {
                return false;
            }
        }

        // What is named here is used nowhere else, and every store is of this kind.
        StatementSyntax[] mine = [.. _block.Statements.Skip(first).Take(i - first)];
        return _last is not null && _store is not null && _sum is not null && ExponentialSyntax.IsFloatingPoint(_elementType)
            && IsOnlyIn(_sum, mine) && (_inverse is null || IsOnlyIn(_inverse, mine))
            && _model.GetDiagnostics(_store.Span).All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
    }

    private bool IsOnlyIn(ISymbol variable, StatementSyntax[] statements) => _block.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == variable.Name && _same.Is(variable, name))
        .All(name => statements.Any(statement => statement.Span.Contains(name.Span)));

    private bool Read(StatementSyntax statement) => statement switch
    {
        LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } value } variable] } => ReadDeclaration(statement, _model.GetDeclaredSymbol(variable), value),
        ForStatementSyntax loop => ReadLoop(loop),
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } inverted } when _isAdded && _same.Is(_sum, inverted.Left) =>
            ReadDeclaration(statement, _sum, inverted.Right),
        _ => false,
    };

    private bool ReadDeclaration(StatementSyntax statement, ISymbol? variable, ExpressionSyntax value)
    {
        if (_sum is null && _same.IsConstant(0, value) && ExponentialSyntax.IsFloatingPoint(_model.GetTypeInfo(value).ConvertedType))
        {
            _sum = variable;
            _removed.Add(statement);
            return true;
        }

        if (_buffer is not null && _sum is null && IsSumOf(_buffer, value))
        {
            _sum = variable;
            _isAdded = true;
            _removed.Add(statement);
            return IsWhole();
        }

        if (_sum is not null && _inverse is null && IsInverse(value))
        {
            _inverse = variable;
            _removed.Add(statement);
            return true;
        }

        // The destination may be allocated between the loops.
        return value is ArrayCreationExpressionSyntax { Initializer: null, Type.RankSpecifiers: [{ Sizes: [_] }] };
    }

    private bool IsSumOf(ISymbol buffer, ExpressionSyntax value) =>
        value is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Sum", Expression: var values } } && _same.Is(buffer, values);

    private bool IsInverse(ExpressionSyntax value) =>
        value is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } quotient && _same.Is(_sum, quotient.Right) && _same.IsConstant(1, quotient.Left);

    private bool ReadLoop(ForStatementSyntax loop)
    {
        StatementSyntax[] body = loop.Statement is BlockSyntax block ? [.. block.Statements] : [loop.Statement];
        if (loop is not
            {
                Declaration.Variables: [{ Initializer.Value: LiteralExpressionSyntax { Token.Value: 0 } } counter],
                Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression, Left: IdentifierNameSyntax compared, Right: var count },
                Incrementors: [var step],
            }
            || _model.GetDeclaredSymbol(counter) is not { } index
            || !_same.Is(index, compared)
            || !IsStepOf(index, step)
            || count.DescendantNodesAndSelf().Any(node => node is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or LiteralExpressionSyntax))
            || !HasCount(count))
        {
            return false;
        }

        Dictionary<ISymbol, ExponentialSyntax> locals = new(SymbolEqualityComparer.Default);
        bool isStored = false;
        foreach (StatementSyntax statement in body)
        {
            switch (statement)
            {
                case LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } value } variable] }
                    when _store is null && ExponentialSyntax.Of(value, _model) is { } exponential && exponential.IsRepeatable(_model) && _model.GetDeclaredSymbol(variable) is { } local:
                    locals[local] = exponential;
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

    private bool ReadAssignment(ForStatementSyntax loop, ISymbol index, AssignmentExpressionSyntax assignment, Dictionary<ISymbol, ExponentialSyntax> locals, ref bool isStored)
    {
        if (_same.Is(_sum, assignment.Left))
        {
            return ReadAddition(loop, index, assignment, locals, ref isStored);
        }

        if (assignment.Left is not ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax buffer, ArgumentList.Arguments: [{ Expression: var at }] } || !_same.Is(index, at))
        {
            return false;
        }

        if (_store is null)
        {
            return ReadStore(loop, index, buffer, assignment, locals, ref isStored);
        }

        if (!_same.Is(_buffer, buffer) || !_isAdded || loop == _store || !IsEnd(assignment, index))
        {
            return false;
        }

        _last = loop;
        return true;
    }

    private bool ReadAddition(ForStatementSyntax loop, ISymbol index, AssignmentExpressionSyntax assignment, Dictionary<ISymbol, ExponentialSyntax> locals, ref bool isStored)
    {
        ExpressionSyntax right = Unparenthesized(assignment.Right);
        if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && right is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } addition && _same.Is(_sum, addition.Left))
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

        // Once values are stored, they or what they were stored from is added: what is exponentiated again may be what was stored, under another name.
        _added = Exponential(right, locals);
        _addedAt = index;
        return _added is null
            ? _store is not null && _same.IsElement(_buffer, index, right)
            : _store is null || (IsLocal(right, locals) && _same.Are(_added.Argument, _stored!.Argument, index, _storedAt));
    }

    private bool ReadStore(
        ForStatementSyntax loop, ISymbol index, IdentifierNameSyntax buffer, AssignmentExpressionSyntax assignment, Dictionary<ISymbol, ExponentialSyntax> locals, ref bool isStored)
    {
        ExpressionSyntax right = Unparenthesized(assignment.Right);
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
        {
            return false;
        }

        ExponentialSyntax? stored = Exponential(right, locals);
        ExpressionSyntax? dividend = stored is null && _isAdded && _added is not null ? Divided(right) : null;
        stored ??= ExponentialSyntax.Of(dividend, _model);

        // Where it was only added so far, it is what was added; and what still reads the destination elsewhere would read what is not exponentiated yet.
        if (stored is null
            || (dividend is null && Divided(right) is not null)
            || !SetBuffer(buffer)
            || (_isAdded && _added is not null && !_same.Are(stored.Argument, _added.Argument, index, _addedAt))
            || !ReadsOnly(stored.Argument, index)
            || !stored.IsRepeatable(_model)
            || (_elementType!.SpecialType == SpecialType.System_Single && stored.Type.SpecialType != SpecialType.System_Single))
        {
            return false;
        }

        isStored = true;
        _store = loop;
        _stored = stored;
        _storedAt = index;
        if (dividend is not null)
        {
            _last = loop;
        }

        return true;
    }

    /// <summary>Whether each element is divided by the sum.</summary>
    private bool IsEnd(AssignmentExpressionSyntax assignment, ISymbol index)
    {
        ExpressionSyntax right = Unparenthesized(assignment.Right);
        return assignment.Kind() switch
        {
            SyntaxKind.DivideAssignmentExpression => _same.Is(_sum, right) && !IsInverted,
            SyntaxKind.MultiplyAssignmentExpression => IsFactor(right),
            SyntaxKind.SimpleAssignmentExpression => Divided(right) is { } divided && _same.IsElement(_buffer, index, divided),
            _ => false,
        };
    }

    private bool IsStepOf(ISymbol index, ExpressionSyntax step) => step switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } postfix => _same.Is(index, postfix.Operand),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression } prefix => _same.Is(index, prefix.Operand),
        _ => false,
    };

    private ExponentialSyntax? Exponential(ExpressionSyntax expression, Dictionary<ISymbol, ExponentialSyntax> locals) =>
        IsLocal(expression, locals) ? locals[_same.Symbol(expression)!] : ExponentialSyntax.Of(expression, _model);

    private bool IsLocal(ExpressionSyntax expression, Dictionary<ISymbol, ExponentialSyntax> locals) => _same.Symbol(expression) is { } symbol && locals.ContainsKey(symbol);

    private bool ReadsOnly(ExpressionSyntax argument, ISymbol index) => argument.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Where(name => _same.Is(_buffer, name))
        .All(name => _same.IsElement(_buffer, index, name.Parent));

    private bool SetBuffer(IdentifierNameSyntax buffer)
    {
        _buffer = _same.Symbol(buffer);
        _bufferType = _model.GetTypeInfo(buffer).Type;
        _elementType = MathCalls.ElementType(_bufferType);
        return _buffer is ILocalSymbol or IParameterSymbol or IFieldSymbol
            && _bufferType is IArrayTypeSymbol { Rank: 1 } or INamedTypeSymbol { Name: "Span", ContainingNamespace.Name: "System" } && ExponentialSyntax.IsFloatingPoint(_elementType);
    }

    /// <summary>What is divided by the sum, or multiplied by its inverse.</summary>
    private ExpressionSyntax? Divided(ExpressionSyntax expression) => Uncast(expression) switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } quotient when _same.Is(_sum, quotient.Right) && !IsInverted => quotient.Left,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product when IsFactor(product.Right) => product.Left,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product when IsFactor(product.Left) => product.Right,
        _ => null,
    };

    private bool IsInverted => _inverse is not null && SymbolEqualityComparer.Default.Equals(_inverse, _sum);

    private bool IsFactor(ExpressionSyntax expression) => _same.Is(_inverse, expression) || (!IsInverted && IsInverse(Unparenthesized(expression)));

    private static ExpressionSyntax Uncast(ExpressionSyntax expression) => expression switch
    {
        CastExpressionSyntax cast => Uncast(cast.Expression),
        ParenthesizedExpressionSyntax parenthesized => Uncast(parenthesized.Expression),
        _ => expression,
    };

    private static ExpressionSyntax Unparenthesized(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression : expression;

    private bool HasCount(ExpressionSyntax count)
    {
        _count ??= count;
        return _same.Are(Length(_count), Length(count));
    }

    /// <summary>A number of values, said without the array that was created with so many.</summary>
    private ExpressionSyntax Length(ExpressionSyntax count) =>
        count is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length", Expression: IdentifierNameSyntax array } && SizeOf(_same.Symbol(array)) is { } size ? size : count;

    /// <summary>The length that an array of the block was created with, and still has.</summary>
    private ExpressionSyntax? SizeOf(ISymbol? array) => _block.ChildNodes().OfType<LocalDeclarationStatementSyntax>().SelectMany(statement => statement.Declaration.Variables)
        .FirstOrDefault(variable => array is not null && SymbolEqualityComparer.Default.Equals(_model.GetDeclaredSymbol(variable), array))
        ?.Initializer?.Value is ArrayCreationExpressionSyntax { Initializer: null, Type.RankSpecifiers: [{ Sizes: [var size] }] }
            && !_same.IsWritten(array, _block) && _same.IsSteady(size, _block)
                ? size
                : null;
}
