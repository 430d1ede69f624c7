using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SoftKernels.Expansion;

/// <summary>Rewrites declarations for one register.</summary>
internal sealed class Expansion(Register register, LaneMembers lanes, FormatMembers format) : CSharpSyntaxRewriter(visitIntoStructuredTrivia: true)
{
    /// <summary>The class that has what is called of the lanes.</summary>
    public const string LanesClass = "Lanes";

    private bool _isWithinLanes;

    /// <summary>A polynomial of the format, as a method of the register.</summary>
    public MemberDeclarationSyntax Polynomial(MethodDeclarationSyntax method) =>
        ((MethodDeclarationSyntax)Visit(method)!)
            .WithTypeParameterList(null)
            .WithConstraintClauses(default)
            .WithModifiers(Modifiers(SyntaxKind.PrivateKeyword, SyntaxKind.StaticKeyword));

    /// <summary>A method of the lanes.</summary>
    public MemberDeclarationSyntax LaneMethod(MethodDeclarationSyntax method)
    {
        _isWithinLanes = true;
        var expanded = (MethodDeclarationSyntax)Visit(method)!;
        _isWithinLanes = false;
        return expanded.WithModifiers(Modifiers(SyntaxKind.PublicKeyword, SyntaxKind.StaticKeyword));
    }

    public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node)
    {
        var expanded = (StructDeclarationSyntax)base.VisitStructDeclaration(node)!;
        if (!IsKernel(node.Identifier))
        {
            return expanded;
        }

        SyntaxToken name = Identifier(register.Name);
        return expanded
            .WithIdentifier(expanded.BaseList is null ? name.WithTrailingTrivia(EndOfLine("\n")) : name.WithTrailingTrivia(Space))
            .WithTypeParameterList(null)
            .WithConstraintClauses(default)
            .WithBaseList(expanded.BaseList?.WithoutTrivia().WithTrailingTrivia(EndOfLine("\n")))
            .WithModifiers(TokenList(expanded.Modifiers.Select(static modifier =>
                modifier.IsKind(SyntaxKind.InternalKeyword) ? Token(SyntaxKind.PublicKeyword).WithTriviaFrom(modifier) : modifier)));
    }

    /// <summary>Also in documentation.</summary>
    public override SyntaxNode? VisitGenericName(GenericNameSyntax node) =>
        IsKernel(node.Identifier) ? IdentifierName(register.Name).WithTriviaFrom(node) : base.VisitGenericName(node);

    /// <summary>Type parameters are documented where there are any.</summary>
    public override SyntaxNode? VisitDocumentationCommentTrivia(DocumentationCommentTriviaSyntax node)
    {
        var visited = (DocumentationCommentTriviaSyntax)base.VisitDocumentationCommentTrivia(node)!;
        return visited.WithContent(List(visited.Content.Where((part, i) => !IsOfTypeParameter(part) && !(i + 1 < visited.Content.Count && part is XmlTextSyntax && IsOfTypeParameter(visited.Content[i + 1])))));
    }

    public override SyntaxTrivia VisitTrivia(SyntaxTrivia trivia) =>
        trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia) ? default : base.VisitTrivia(trivia);

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node) =>
        node is { RawKind: (int)SyntaxKind.EqualsExpression, Left: TypeOfExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "T" } }, Right: TypeOfExpressionSyntax { Type: PredefinedTypeSyntax asked } }
            ? LiteralExpression(asked.Keyword.ValueText == register.Element ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression).WithTriviaFrom(node)
            : base.VisitBinaryExpression(node);

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        string name = node.Name.Identifier.ValueText;
        if (IsValueOf(node.Expression, "TFormat", "format") && format.IsConstant(name))
        {
            return MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, IdentifierName("TFormat"), IdentifierName(name)).WithTriviaFrom(node);
        }

        return IsLanes(node.Expression) && lanes.Property(name) is { } value ? value.WithTriviaFrom(node) : base.VisitMemberAccessExpression(node);
    }

    /// <summary>A property of the lanes, in their own code.</summary>
    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) =>
        _isWithinLanes && !(node.Parent is MemberAccessExpressionSyntax access && access.Name == node) && lanes.Property(node.Identifier.ValueText) is { } value
            ? value.WithTriviaFrom(node)
            : base.VisitIdentifierName(node);

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        switch (node.Expression)
        {
            case MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access when IsLanes(access.Expression):
            {
                return LaneCall(node, name.Identifier.ValueText);
            }

            case IdentifierNameSyntax name when _isWithinLanes && lanes.HasMethod(name.Identifier.ValueText):
            {
                return LaneCall(node, name.Identifier.ValueText);
            }

            case MemberAccessExpressionSyntax { Name: GenericNameSyntax name } access when IsValueOf(access.Expression, "TFormat", "format") || IsValueOf(access.Expression, register.Format, ""):
            {
                var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
                return visited.WithExpression(IdentifierName(name.Identifier.ValueText).WithTriviaFrom(node.Expression));
            }

            case MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Unsafe" }, Name: GenericNameSyntax { Identifier.ValueText: "SizeOf" } name }
                when name.TypeArgumentList.Arguments[0] is IdentifierNameSyntax { Identifier.ValueText: "T" or "TVector" } type:
            {
                int bytes = type.Identifier.ValueText == "T" ? register.ElementBytes : register.Bits / 8;
                return LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(bytes)).WithTriviaFrom(node);
            }

            default:
            {
                return base.VisitInvocationExpression(node);
            }
        }
    }

    /// <summary>Lanes and formats that nobody asks any more are not declared.</summary>
    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var block = (BlockSyntax)base.VisitBlock(node)!;
        for (int i = block.Statements.Count - 1; i >= 0; i--)
        {
            if (block.Statements[i] is not LocalDeclarationStatementSyntax { Declaration: { Type: IdentifierNameSyntax { Identifier.ValueText: "TLanes" or "TFormat" }, Variables: { Count: 1 } variables } } declaration
                || block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variables[0].Identifier.ValueText))
            {
                continue;
            }

            bool hasComment = declaration.GetLeadingTrivia().Any(SyntaxKind.SingleLineCommentTrivia);
            block = hasComment
                ? block.ReplaceNode(block.Statements[i + 1], block.Statements[i + 1].WithLeadingTrivia(declaration.GetLeadingTrivia()))
                : block;
            block = block.RemoveNode(block.Statements[i], SyntaxRemoveOptions.KeepNoTrivia)!;
        }

        return block.Statements.Count == 0 ? block : block.WithStatements(List(block.Statements.Select(static (statement, i) => i == 0 ? WithoutBlankLines(statement) : statement)));
    }

    private static bool IsKernel(SyntaxToken name) => name.ValueText is KernelExpander.Kernel or KernelExpander.DoubleKernel;

    private static SyntaxTokenList Modifiers(params SyntaxKind[] kinds) => TokenList(kinds.Select((kind, i) =>
        Token(i == 0 ? TriviaList(Whitespace("    ")) : default, kind, TriviaList(Space))));

    private static StatementSyntax WithoutBlankLines(StatementSyntax statement) =>
        statement.WithLeadingTrivia(statement.GetLeadingTrivia().SkipWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));

    private static bool IsOfTypeParameter(XmlNodeSyntax part) =>
        part is XmlElementSyntax { StartTag: { Name.LocalName.ValueText: "typeparam" } tag }
        && tag.Attributes.OfType<XmlNameAttributeSyntax>().Any(static name => name.Identifier.Identifier.ValueText is "TLanes" or "TFormat" or "TVector" or "TBits" or "T");

    private static bool IsValueOf(ExpressionSyntax expression, string type, string local) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == local,
        DefaultExpressionSyntax { Type: IdentifierNameSyntax of } => of.Identifier.ValueText == type,
        _ => false,
    };

    private static bool StandsAlone(ExpressionSyntax node) => node.Parent
        is ArgumentSyntax or ExpressionStatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or AssignmentExpressionSyntax;

    private static bool IsLanes(ExpressionSyntax expression) => IsValueOf(expression, "TLanes", "lanes");

    private ExpressionSyntax LaneCall(InvocationExpressionSyntax node, string name)
    {
        var arguments = (ArgumentListSyntax)Visit(node.ArgumentList)!;
        MethodDeclarationSyntax method = lanes.Method(name, arguments.Arguments)
            ?? throw new InvalidOperationException($"{register.Lanes} has no one method for {node}.");
        if (Operands.Substituted(method, arguments.Arguments) is { } forwarded)
        {
            // What it forwards to may be a forwarder itself.
            bool wasWithinLanes = _isWithinLanes;
            _isWithinLanes = true;
            var expanded = (ExpressionSyntax)Visit(forwarded)!;
            _isWithinLanes = wasWithinLanes;
            return (StandsAlone(node) ? expanded : Operands.Grouped(expanded)).WithTriviaFrom(node);
        }

        lanes.Need(method);
        return InvocationExpression(
            MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, IdentifierName(LanesClass), IdentifierName(name)), arguments).WithTriviaFrom(node);
    }
}
