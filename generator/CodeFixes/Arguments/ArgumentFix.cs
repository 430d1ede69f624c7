using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SoftKernels.Generator.Planning;
using SoftKernels.Generator.Rules;

namespace SoftKernels.CodeFixes.Arguments;

/// <summary>The compiler's CS1503 about a list, a memory, a tensor or the like that is passed for a span: passes the span over its values.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ArgumentFix))]
public sealed class ArgumentFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CS1503");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ArgumentSyntax>() is { } argument
                && Passed(argument, model, context.CancellationToken) is { } passed)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Pass '{Short(passed)}'", cancellation => Apply(context.Document, argument, passed, cancellation), nameof(ArgumentFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> Apply(Document document, ArgumentSyntax argument, ExpressionSyntax passed, CancellationToken cancellation)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        Compilation compilation = editor.SemanticModel.Compilation;
        ExpressionSyntax imported = passed.ReplaceNodes(
            passed.DescendantNodes().Where(node => Conversion.Types.Contains(node.ToString())),
            (type, _) => compilation.GetTypeByMetadataName(type.ToString()) is { } symbol ? Imported.Type(editor.Generator, symbol) : type);
        editor.ReplaceNode(argument.Expression, imported.WithTriviaFrom(argument.Expression));
        return editor.GetChangedDocument();
    }

    /// <summary>What a method of an annotated type, or of <c>SoftMath</c>, takes instead: the compiler is asked whether it does.</summary>
    private static ExpressionSyntax? Passed(ArgumentSyntax argument, SemanticModel model, CancellationToken cancellation)
    {
        ExpressionSyntax given = argument.Expression;
        ITypeSymbol? type = model.GetTypeInfo(given, cancellation).Type;
        if (Conversion.Of(type) is not { } conversion || (conversion.Repeats && !IsNamed(given)) || argument.Parent?.Parent is not InvocationExpressionSyntax call)
        {
            return null;
        }

        string holder = IsNamed(given) || given is InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax
            ? given.WithoutTrivia().ToString()
            : $"({given.WithoutTrivia()})";
        foreach (Wanted wanted in OfPlan(argument, call, model, cancellation).Concat(OfLibrary(argument, call, type, model, cancellation)))
        {
            string template = wanted.IsWritten ? conversion.Written ?? conversion.Span : conversion.Span;
            ExpressionSyntax passed = SyntaxFactory.ParseExpression(string.Format(CultureInfo.InvariantCulture, template, holder, wanted.Element));
            if (model.GetSpeculativeTypeInfo(given.SpanStart, passed, SpeculativeBindingOption.BindAsExpression).Type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", Arity: 1 } span
                && span.TypeArguments[0].ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) == wanted.Element
                && (span.Name == "Span" || !wanted.IsWritten))
            {
                return passed;
            }
        }

        return null;
    }

    /// <summary>Of the methods that annotated types have, or will have once the generator has run.</summary>
    private static IEnumerable<Wanted> OfPlan(ArgumentSyntax argument, InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        KernelReference.CalledWith(argument) is not { } called ? [] :
            from type in KernelReference.Owners(called, model, cancellation)
            from method in KernelMethods.Of(ArgumentRules.Sound(type))
            where method.IsPublic && method.Shape.Name == called.Identifier.ValueText
            where method.Shape.Arity == call.ArgumentList.Arguments.Count
            let parameter = Find(method.Shape.Parameters, argument, call, parameter => parameter.Name)
            where parameter is { IsSpan: true }
            select new Wanted(parameter.Port.IsOut, parameter.Type.Split('<', '>')[1]);

    private static IEnumerable<Wanted> OfLibrary(ArgumentSyntax argument, InvocationExpressionSyntax call, ITypeSymbol? given, SemanticModel model, CancellationToken cancellation) =>
        from method in model.GetSymbolInfo(call, cancellation).CandidateSymbols.OfType<IMethodSymbol>()
        where SymbolEqualityComparer.Default.Equals(method.ContainingType, RuntimeLibrary.SoftMath(model.Compilation))
        where method.Parameters.Length == call.ArgumentList.Arguments.Count
        let parameter = Find(method.Parameters, argument, call, parameter => parameter.Name)
        where parameter?.Type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", Arity: 1 }
        let span = (INamedTypeSymbol)parameter.Type
        let element = span.TypeArguments[0] is ITypeParameterSymbol ? Holder.ElementOf(given) : span.TypeArguments[0]
        where element is not null
        select new Wanted(span.Name == "Span", element.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));

    /// <summary>The parameter that an argument is for.</summary>
    private static T? Find<T>(IEnumerable<T> parameters, ArgumentSyntax argument, InvocationExpressionSyntax call, Func<T, string> name)
        where T : class => argument.NameColon is { } given
            ? parameters.FirstOrDefault(parameter => name(parameter) == given.Name.Identifier.ValueText)
            : parameters.ElementAtOrDefault(call.ArgumentList.Arguments.IndexOf(argument));

    /// <summary>Whether it may be said twice.</summary>
    private static bool IsNamed(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or ThisExpressionSyntax || (expression is MemberAccessExpressionSyntax access && IsNamed(access.Expression));

    private static string Short(ExpressionSyntax passed) => Conversion.Types.Aggregate(passed.ToString(), (text, type) => text.Replace(type, type.Substring(type.LastIndexOf('.') + 1)));

    /// <summary>What a parameter takes.</summary>
    /// <param name="IsWritten">Whether results are written to it.</param>
    /// <param name="Element">The type of its values.</param>
    private sealed record Wanted(bool IsWritten, string Element);
}
