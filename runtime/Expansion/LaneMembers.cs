using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftKernels.Expansion;

/// <summary>What a register's lanes have: forwarders, which are replaced by what they forward to, and methods, which are written out once called.</summary>
internal sealed class LaneMembers(StructDeclarationSyntax lanes)
{
    private readonly ILookup<string, MethodDeclarationSyntax> _methods = lanes.Members.OfType<MethodDeclarationSyntax>().ToLookup(static method => method.Identifier.ValueText);

    private readonly Dictionary<string, ExpressionSyntax> _properties = lanes.Members.OfType<PropertyDeclarationSyntax>()
        .ToDictionary(static property => property.Identifier.ValueText, static property => property.ExpressionBody!.Expression);

    private readonly Queue<MethodDeclarationSyntax> _needed = new();
    private readonly HashSet<MethodDeclarationSyntax> _known = [];

    public bool HasMethod(string name) => _methods.Contains(name);

    /// <summary>What a property is, or null.</summary>
    public ExpressionSyntax? Property(string name) => _properties.TryGetValue(name, out ExpressionSyntax? value) ? value : null;

    /// <summary>The method that is called: overloads differ in which operands are numbers.</summary>
    public MethodDeclarationSyntax? Method(string name, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        List<MethodDeclarationSyntax> candidates = _methods[name].Where(method => method.ParameterList.Parameters.Count == arguments.Count).ToList();
        return candidates.Count == 1
            ? candidates[0]
            : candidates.SingleOrDefault(method => method.ParameterList.Parameters.Zip(arguments, static (parameter, argument) =>
                parameter.Type is PredefinedTypeSyntax == Operands.IsNumber(argument.Expression)).All(static fits => fits));
    }

    public void Need(MethodDeclarationSyntax method)
    {
        if (_known.Add(method))
        {
            _needed.Enqueue(method);
        }
    }

    public MethodDeclarationSyntax? NextNeeded() => _needed.Count == 0 ? null : _needed.Dequeue();
}
