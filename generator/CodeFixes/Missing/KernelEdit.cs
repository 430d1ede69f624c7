using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Rules;

namespace SoftKernels.CodeFixes.Missing;

/// <summary>Lets an attribute of a type ask for more, or gives the type one more.</summary>
internal sealed class KernelEdit
{
    private readonly AttributeSyntax _attribute;
    private readonly AttributeSyntax _changed;
    private readonly bool _isAdded;

    private KernelEdit(Document document, AttributeSyntax attribute, AttributeSyntax changed, bool isAdded, string title)
    {
        Document = document;
        _attribute = attribute;
        _changed = changed;
        _isAdded = isAdded;
        Title = title;
    }

    /// <summary>Where the attribute stands.</summary>
    public Document Document { get; }

    public string Title { get; }

    /// <returns><see langword="null"/> where the type's attributes are wrong, so that something else is to be mended first, or in no file of the solution.</returns>
    public static async Task<KernelEdit?> Of(Proposal proposal, INamedTypeSymbol type, Solution solution, Compilation compilation, CancellationToken cancellation)
    {
        if (AnnotatedType.From(type, compilation, cancellation) is not { HasMalformedAttribute: false } annotated || ArgumentRules.Violations(annotated).Count > 0)
        {
            return null;
        }

        KernelAttribute attribute = proposal.From is null ? annotated.Attributes[annotated.Attributes.Count - 1] : annotated.Attributes.First(attribute => attribute.Model == proposal.From);
        if (solution.GetDocument(attribute.Syntax.SyntaxTree) is not { } document)
        {
            return null;
        }

        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        Words words = new(model, attribute.Syntax, (INamedTypeSymbol)model.GetTypeInfo(attribute.Syntax, cancellation).Type!);
        return proposal.From is { } from
            ? More(document, attribute.Syntax, from, proposal.To!, words, type)
            : Another(document, attribute.Syntax, proposal.To!, words, type);
    }

    public void Apply(DocumentEditor editor)
    {
        if (!_isAdded)
        {
            editor.ReplaceNode(_attribute, _changed);
            return;
        }

        // On a line of its own where the other has one, and as far indented.
        AttributeListSyntax list = (AttributeListSyntax)_attribute.Parent!;
        SyntaxTriviaList indented = SyntaxFactory.TriviaList(list.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        SyntaxTriviaList ends = SyntaxFactory.TriviaList(list.GetTrailingTrivia().Where(trivia => trivia.Kind() is SyntaxKind.EndOfLineTrivia or SyntaxKind.WhitespaceTrivia));
        editor.InsertAfter(list, SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(_changed)).WithLeadingTrivia(indented).WithTrailingTrivia(ends));
    }

    private static KernelEdit More(Document document, AttributeSyntax attribute, KernelModel from, KernelModel to, Words words, INamedTypeSymbol type)
    {
        AttributeSyntax changed = attribute;
        List<string> added = [];
        Add(nameof(KernelModel.Operations), to.Operations & ~from.Operations, nameof(OperationCatalog.Core));
        Add(nameof(KernelModel.Extras), to.Extras & ~from.Extras, otherwise: null);
        return new(document, attribute, changed, isAdded: false, $"Add {string.Join(" and ", added)} to [{attribute}] of '{type.Name}'");

        void Add(string argument, int bits, string? otherwise)
        {
            if (bits == 0)
            {
                return;
            }

            ExpressionSyntax? given = AttributeArguments.Find(changed, argument)?.Expression ?? (otherwise is null ? null : words.Member(argument, otherwise));
            ExpressionSyntax wanted = words.Members(argument, bits);
            changed = AttributeArguments.With(changed, argument, AttributeArguments.Union(given, wanted));
            added.Add($"'{wanted}'");
        }
    }

    private static KernelEdit Another(Document document, AttributeSyntax like, KernelModel to, Words words, INamedTypeSymbol type)
    {
        AttributeSyntax added = like.WithArgumentList(SyntaxFactory.ParseAttributeArgumentList($"({Invariant.Text(to.Size)})"));
        if (to.ElementType != ElementTypeCatalog.All[0].Name)
        {
            added = AttributeArguments.With(added, nameof(to.ElementType), words.TypeOf(to.ElementType));
        }

        if (to.Operations != OperationCatalog.CoreFlags)
        {
            added = AttributeArguments.With(added, nameof(to.Operations), words.Members(nameof(to.Operations), to.Operations));
        }

        if (to.Extras != 0)
        {
            added = AttributeArguments.With(added, nameof(to.Extras), words.Members(nameof(to.Extras), to.Extras));
        }

        return new(document, like, added, isAdded: true, $"Declare [{added}] on '{type.Name}'");
    }

    /// <summary>The values of an attribute's arguments, as they are written where it stands.</summary>
    private sealed class Words(SemanticModel model, AttributeSyntax attribute, INamedTypeSymbol attributeType)
    {
        public ExpressionSyntax Member(string argument, string member) => SyntaxFactory.ParseExpression(Name(Flags(argument)) + "." + member);

        /// <summary>By the members with one bit each.</summary>
        public ExpressionSyntax Members(string argument, int bits) => SyntaxFactory.ParseExpression(string.Join(" | ",
            from field in Flags(argument).GetMembers().OfType<IFieldSymbol>()
            where field.ConstantValue is int value && value != 0 && (value & (value - 1)) == 0 && (value & bits) != 0
            select Member(argument, field.Name)));

        public ExpressionSyntax TypeOf(string elementType) =>
            SyntaxFactory.ParseExpression($"typeof({(model.Compilation.GetTypeByMetadataName(elementType) is { } type ? Name(type) : elementType)})");

        private ITypeSymbol Flags(string argument) => attributeType.GetMembers(argument).OfType<IPropertySymbol>().Single().Type;

        private string Name(ITypeSymbol type) => type.ToMinimalDisplayString(model, attribute.SpanStart);
    }
}
