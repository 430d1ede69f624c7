using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftKernels.CodeFixes.ByHand;

/// <summary>The member in which something is written by hand.</summary>
internal sealed class Member(ImmutableArray<IOperation> operations)
{
    private readonly Dataflow _flow = new(operations);

    /// <summary>The finding that was reported at a place, and the member around it.</summary>
    public static (Member Member, PlainFinding Finding)? At(SyntaxNode place, SemanticModel model, CancellationToken cancellation)
    {
        IOperation? root = place.AncestorsAndSelf().Select(node => model.GetOperation(node, cancellation)).FirstOrDefault(operation => operation is not null);
        while (root?.Parent is not null)
        {
            root = root.Parent;
        }

        if (root is null || PlainForm.In([root]).FirstOrDefault(finding => finding.Exponential.Call.Syntax.Span == place.Span) is not { } finding)
        {
            return null;
        }

        return (new(root.DescendantsAndSelf().ToImmutableArray()), finding);
    }

    public IOperation? Initializer(ILocalSymbol local) => _flow.Initializer(local);

    public IEnumerable<ILocalReferenceOperation> References(ILocalSymbol local) =>
        operations.OfType<ILocalReferenceOperation>().Where(reference => Dataflow.Is(local, reference.Local));

    public IAssignmentOperation[] Assignments(StatementSyntax statement) =>
        operations.OfType<IAssignmentOperation>().Where(assignment => statement.Span.Contains(assignment.Syntax.Span)).ToArray();

    /// <summary>The statement that declares this variable and nothing else.</summary>
    public LocalDeclarationStatementSyntax? Declaration(ILocalSymbol local) =>
        _flow.Declarator(local)?.Syntax.Parent is VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement }
            ? statement
            : null;

    /// <summary>What an array is created with, if that can be seen.</summary>
    public ExpressionSyntax? CreatedLength(ISymbol variable) =>
        variable is ILocalSymbol local
        && _flow.Initializer(local)?.Syntax is ArrayCreationExpressionSyntax { Initializer: null, Type.RankSpecifiers: [{ Sizes: [var size] }] }
            ? size
            : null;
}
