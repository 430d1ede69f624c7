using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftKernels.Generator.Rules;

/// <summary>One <c>[SoftKernel]</c> as the user wrote it.</summary>
internal sealed class KernelAttribute : KernelDeclaration
{
    private KernelAttribute(AttributeData data, AttributeSyntax syntax)
        : base(data)
    {
        Syntax = syntax;
        IsMalformed = data.AttributeConstructor is null || HasMalformedArgument(data)
            || data.ConstructorArguments.Length + data.NamedArguments.Length != (syntax.ArgumentList?.Arguments.Count ?? 0);
    }

    public AttributeSyntax Syntax { get; }

    /// <summary>The compiler has rejected it already, and a second error would only repeat the first.</summary>
    public bool IsMalformed { get; }

    /// <summary>The Razor file that it was written in, which another generator has turned into C#.</summary>
    public string? Markup
    {
        get
        {
            FileLinePositionSpan written = Syntax.GetLocation().GetMappedLineSpan();
            return written.HasMappedPath && (IsNamed(written.Path, ".razor") || IsNamed(written.Path, ".cshtml")) ? written.Path : null;
        }
    }

    /// <summary>The argument without a name, which is the size.</summary>
    public AttributeArgumentSyntax? Unnamed
    {
        get
        {
            foreach (AttributeArgumentSyntax argument in Syntax.ArgumentList?.Arguments ?? default)
            {
                if (argument.NameEquals is null)
                {
                    return argument;
                }
            }

            return null;
        }
    }

    public static KernelAttribute? From(AttributeData data, CancellationToken cancellation) =>
        IsKernel(data) && data.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax ? new(data, syntax) : null;

    /// <summary>Where an argument stands, with its name or without, or the whole attribute when it isn't given.</summary>
    public Location Location(string? argument = null)
    {
        if (argument is not null && Syntax.ArgumentList is { } list)
        {
            foreach (AttributeArgumentSyntax given in list.Arguments)
            {
                if (given.NameEquals?.Name.Identifier.ValueText == argument)
                {
                    return given.GetLocation();
                }
            }
        }

        return argument == nameof(Size) && Unnamed is { } size ? size.GetLocation() : Syntax.GetLocation();
    }

    private static bool IsNamed(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static bool HasMalformedArgument(AttributeData data)
    {
        foreach (TypedConstant argument in data.ConstructorArguments)
        {
            if (IsMalformedConstant(argument))
            {
                return true;
            }
        }

        foreach (KeyValuePair<string, TypedConstant> argument in data.NamedArguments)
        {
            if (IsMalformedConstant(argument.Value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMalformedConstant(TypedConstant constant) =>
        constant.Kind is TypedConstantKind.Error or TypedConstantKind.Array || constant.Value is IErrorTypeSymbol or ITypeParameterSymbol;
}
