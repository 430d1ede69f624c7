using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftKernels.Generator.Diagnostics.Calls;

/// <summary>Is a call there to throw? So it is in a function that a test gives to <c>Assert.Throws</c>, <c>Record.Exception</c> and their kin.</summary>
internal static class ExpectedExceptions
{
    public static bool AreExpectedOf(IOperation call)
    {
        for (IOperation? operation = call; operation is not null; operation = operation.Parent)
        {
            bool isExpected = operation switch
            {
                IAnonymousFunctionOperation function => IsGiven(function),
                ILocalFunctionOperation function => IsUsed(function, function.Symbol),
                _ => false,
            };
            if (isExpected)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>To such a method, or to a local variable which is.</summary>
    private static bool IsGiven(IOperation function)
    {
        for (IOperation? operation = function.Parent; operation is not null; operation = operation.Parent)
        {
            switch (operation)
            {
                case IArgumentOperation { Parent: IInvocationOperation invocation }:
                    return Expects(invocation);
                case IVariableDeclaratorOperation variable:
                    return IsUsed(variable, variable.Symbol);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target }:
                    return IsUsed(operation, target.Local);
                case IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation or IVariableInitializerOperation
                    or IConditionalOperation or IObjectCreationOperation or IArgumentOperation:
                    continue;
                case IMemberReferenceOperation or IInvocationOperation:
                    return IsReceiver(operation, function);
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool IsReceiver(IOperation operation, IOperation function) => operation is IInvocationOperation invocation && invocation.Instance == function && Expects(invocation);

    private static bool IsUsed(IOperation declaration, ISymbol declared)
    {
        IOperation root = declaration;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        foreach (IOperation operation in root.Descendants())
        {
            ISymbol? used = operation switch
            {
                ILocalReferenceOperation local => local.Local,
                IMethodReferenceOperation method => method.Method,
                _ => null,
            };
            if (SymbolEqualityComparer.Default.Equals(used, declared) && operation.Parent is not ISimpleAssignmentOperation && IsGiven(operation))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>By the names that xUnit, NUnit, MSTest, TUnit, FluentAssertions and Shouldly have in common.</summary>
    private static bool Expects(IInvocationOperation invocation)
    {
        string name = invocation.TargetMethod.Name;
        string type = invocation.TargetMethod.ContainingType.Name;
        return NamesThrowing(name)
            || (type == "Record" && name.StartsWith("Exception", StringComparison.Ordinal))
            || (type.EndsWith("Assert", StringComparison.Ordinal) && name.StartsWith("Catch", StringComparison.Ordinal))
            || ConstrainsToThrow(invocation)
            || IsFollowedByThrow(invocation);
    }

    /// <summary><c>Assert.That(() => …, Throws.ArgumentException)</c>.</summary>
    private static bool ConstrainsToThrow(IInvocationOperation invocation)
    {
        if (invocation.TargetMethod.Name != "That")
        {
            return false;
        }

        foreach (IOperation operation in invocation.Descendants())
        {
            if (operation is IMemberReferenceOperation { Member.ContainingType.Name: "Throws" } or IInvocationOperation { TargetMethod.ContainingType.Name: "Throws" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>act.Should().Throw…</c>, <c>Invoking(…).Should().Throw…</c>, <c>Assert.That(…).Throws…</c>.</summary>
    private static bool IsFollowedByThrow(IInvocationOperation invocation)
    {
        for (IOperation? operation = invocation.Parent; operation is IInvocationOperation or IArgumentOperation or IConversionOperation or IPropertyReferenceOperation; operation = operation.Parent)
        {
            if (operation is IInvocationOperation { TargetMethod.Name: var name } && NamesThrowing(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Not <c>DoesNotThrow</c>, and not a check that itself throws.</summary>
    private static bool NamesThrowing(string name) => Has(name, "Throw") && !Has(name, "Not") && !Has(name, "ThrowIf");

    private static bool Has(string name, string part) => name.IndexOf(part, StringComparison.Ordinal) >= 0;
}
