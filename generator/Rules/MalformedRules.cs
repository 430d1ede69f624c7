using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftKernels.Generator.ElementTypes;

namespace SoftKernels.Generator.Rules;

/// <summary>What is wrong with an attribute that the compiler rejects in words that do not say how to write it.</summary>
internal static class MalformedRules
{
    public static List<Diagnostic> Violations(AnnotatedType type, CancellationToken cancellation)
    {
        List<Diagnostic> violations = [];
        foreach (KernelAttribute attribute in type.Attributes)
        {
            if (attribute.IsMalformed && Size(attribute, type.Compilation, cancellation) is var (argument, given))
            {
                violations.Add(Diagnostic.Create(Rule.SizeOutOfRange, argument.GetLocation(), type.Name, given, ""));
            }

            if (attribute.IsMalformed && ElementType(attribute, type.Compilation) is { } element)
            {
                violations.Add(ArgumentRules.NeedsNewerTarget(attribute, type.Name, element));
            }
        }

        return violations;
    }

    /// <summary>One that is known at run time only (CS0182), or with a colon for an equals sign (CS1739).</summary>
    private static (AttributeArgumentSyntax Argument, string Given)? Size(KernelAttribute attribute, Compilation compilation, CancellationToken cancellation)
    {
        foreach (AttributeArgumentSyntax argument in attribute.Syntax.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameColon?.Name.Identifier.ValueText == nameof(attribute.Size))
            {
                return (argument, "no Size, but '" + argument + "'");
            }

            if ((argument == attribute.Unnamed || argument.NameEquals?.Name.Identifier.ValueText == nameof(attribute.Size))
                && IsNoConstant(argument.Expression, compilation, cancellation))
            {
                return (argument, "a Size that is not constant, '" + argument.Expression + "'");
            }
        }

        return null;
    }

    /// <summary>One that the framework does not have (CS0246), nor the library methods for: no directive and no reference would help.</summary>
    private static ElementType? ElementType(KernelAttribute attribute, Compilation compilation)
    {
        if (attribute.ElementTypeSymbol is not IErrorTypeSymbol missing || RuntimeLibrary.SoftMath(compilation) is not { } softMath || RuntimeLibrary.IsGeneric(softMath))
        {
            return null;
        }

        return ElementTypeCatalog.Find("System." + missing.Name) is { IsCarried: true } element ? element : null;
    }

    private static bool IsNoConstant(ExpressionSyntax expression, Compilation compilation, CancellationToken cancellation)
    {
        SemanticModel model = compilation.GetSemanticModel(expression.SyntaxTree);
        if (model.GetTypeInfo(expression, cancellation).Type is not { SpecialType: SpecialType.System_Int32 } || model.GetConstantValue(expression, cancellation).HasValue)
        {
            return false;
        }

        foreach (SyntaxNode part in expression.DescendantNodesAndSelf())
        {
            if (part is SimpleNameSyntax && model.GetSymbolInfo(part, cancellation).Symbol is IFieldSymbol { IsConst: false } or IPropertySymbol or IMethodSymbol or IParameterSymbol)
            {
                return true;
            }
        }

        return false;
    }
}
