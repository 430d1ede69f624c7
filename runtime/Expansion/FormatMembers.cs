using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftKernels.Expansion;

/// <summary>What a format's struct has: constants, and polynomials over whatever lanes.</summary>
internal sealed class FormatMembers(StructDeclarationSyntax format)
{
    private readonly HashSet<string> _constants = new(format.Members.OfType<FieldDeclarationSyntax>()
        .Where(static field => field.Modifiers.Any(SyntaxKind.ConstKeyword))
        .SelectMany(static field => field.Declaration.Variables)
        .Select(static variable => variable.Identifier.ValueText));

    public bool IsConstant(string name) => _constants.Contains(name);

    public static bool IsOverLanes(MethodDeclarationSyntax method) => method.TypeParameterList?.Parameters[0].Identifier.ValueText == "TLanes";
}
