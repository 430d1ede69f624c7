using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SoftKernels.Generator.Planning;

namespace SoftKernels.Generator.Rules;

/// <summary>
/// What a type has from elsewhere and static methods can't stand beside. Hiding is no matter (<see cref="FilePlan.DisabledWarnings"/>), but
/// what is abstract would be hidden for good.
/// </summary>
internal static class InheritedMembers
{
    /// <summary>Whether a name that begins like an operation comes from a base type or an interface: the first question, which binds no member.</summary>
    public static bool HaveNameLikeOperation(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = Base(type); ancestor is not null; ancestor = Base(ancestor))
        {
            if (HasNameLikeOperation(ancestor))
            {
                return true;
            }
        }

        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            if (HasNameLikeOperation(contract))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Abstract members of base classes, but for those that a class between has overridden: hiding one is an error (CS0533), and so is leaving it (CS0534).</summary>
    public static IEnumerable<ISymbol> Abstract(INamedTypeSymbol type, ILookup<string, MethodPlan> planned)
    {
        HashSet<ISymbol> overridden = new(SymbolEqualityComparer.Default);
        AddOverridden(overridden, type, planned);
        for (INamedTypeSymbol? ancestor = Base(type); ancestor is not null; ancestor = Base(ancestor))
        {
            foreach (ISymbol member in Clashes(ancestor, planned))
            {
                if (member.IsAbstract && !overridden.Contains(member))
                {
                    yield return member;
                }
            }

            AddOverridden(overridden, ancestor, planned);
        }
    }

    /// <summary>Methods of interfaces that nothing implements, and a generated method can't (CS0736, CS0738).</summary>
    public static IEnumerable<ISymbol> Unimplemented(INamedTypeSymbol type, ILookup<string, MethodPlan> planned)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            yield break;
        }

        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            foreach (ISymbol member in Clashes(contract, planned))
            {
                if (member is IMethodSymbol { IsAbstract: true } method && !WouldBeImplemented(method, planned) && type.FindImplementationForInterfaceMember(method) is null)
                {
                    yield return method;
                }
            }
        }
    }

    private static IEnumerable<ISymbol> Clashes(INamedTypeSymbol ancestor, ILookup<string, MethodPlan> planned)
    {
        foreach (string name in ancestor.MemberNames)
        {
            if (!planned.Contains(name))
            {
                continue;
            }

            foreach (ISymbol member in ancestor.GetMembers(name))
            {
                if (planned[name].Any(method => MemberRules.Clash(member, method.Shape)))
                {
                    yield return member;
                }
            }
        }
    }

    private static void AddOverridden(HashSet<ISymbol> overridden, INamedTypeSymbol type, ILookup<string, MethodPlan> planned)
    {
        foreach (ISymbol member in planned.SelectMany(methods => type.GetMembers(methods.Key)))
        {
            ISymbol? original = member switch
            {
                IMethodSymbol method => method.OverriddenMethod,
                IPropertySymbol property => property.OverriddenProperty,
                IEventSymbol @event => @event.OverriddenEvent,
                _ => null,
            };
            if (original is not null)
            {
                overridden.Add(original);
            }
        }
    }

    /// <summary>A static abstract method finds what it asks for, unless it returns something else.</summary>
    private static bool WouldBeImplemented(IMethodSymbol member, ILookup<string, MethodPlan> planned) =>
        member.IsStatic && planned[member.Name].Any(method => MemberRules.HasParametersOf(member, method.Shape) && member.ReturnType.ToDisplayString() == method.Shape.ReturnType);

    private static bool HasNameLikeOperation(INamedTypeSymbol type)
    {
        foreach (string name in type.MemberNames)
        {
            if (OperationNames.Begin(name))
            {
                return true;
            }
        }

        return false;
    }

    private static INamedTypeSymbol? Base(INamedTypeSymbol type) => type.BaseType is { SpecialType: SpecialType.None } ancestor ? ancestor : null;
}
