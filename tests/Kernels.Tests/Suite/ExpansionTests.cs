using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using System.Runtime.Intrinsics;
using SoftKernels.Numerics;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>The structs of the registers, which the runtime's build writes out of the one generic definition.</summary>
[On(Hardware.Any)]
public sealed class ExpansionTests
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    [Fact]
    public void Every_register_has_every_member_of_the_kernel()
    {
        AssertSameMembers(typeof(Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>), typeof(Single512));
        AssertSameMembers(typeof(Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>), typeof(Single256));
        AssertSameMembers(typeof(Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>), typeof(Single128));
        AssertSameMembers(typeof(Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>), typeof(Double512));
        AssertSameMembers(typeof(Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>), typeof(Double256));
        AssertSameMembers(typeof(Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>), typeof(Double128));
    }

    /// <summary>With the same accessibility, parameters and inlining, in nested types too.</summary>
    private static void AssertSameMembers(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type kernel, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type register)
    {
        var wanted = Members(kernel, kernel, register).ToHashSet();
        Assert.True(wanted.Count > 100, $"{wanted.Count} members.");
        var missing = string.Join('\n', wanted.Except(Members(register, kernel, register)));
        Assert.True(missing.Length == 0, missing);
    }

    private static IEnumerable<string> Members(Type type, Type kernel, Type register)
    {
        var owner = type == kernel ? register.Name : type.Name.Split('`')[0];
        foreach (var method in type.GetMethods(Declared))
        {
            yield return Told($"{owner}: {method.Attributes} {method.MethodImplementationFlags} {method}", kernel, register);
        }

        foreach (var field in type.GetFields(Declared))
        {
            yield return Told($"{owner}: {field.Attributes} {field}", kernel, register);
        }

        foreach (var nested in type.GetNestedTypes(Declared))
        {
            // In a generic type, nested ones are generic too, and of their own parameters these come last.
            yield return $"{owner}: {nested.Attributes} {nested.Name.Split('`')[0]}";
            int inherited = type == kernel ? kernel.GenericTypeArguments.Length : 0;
            if (nested.GetGenericArguments().Length == inherited)
            {
                var closed = inherited == 0 ? nested : nested.MakeGenericType(kernel.GenericTypeArguments);
                foreach (var member in Members(closed, kernel, register))
                {
                    yield return member;
                }
            }
        }
    }

    /// <summary>Without the arguments of the generic type, which its nested types' names have.</summary>
    private static string Told(string member, Type kernel, Type register)
    {
        var arguments = string.Join(',', kernel.GenericTypeArguments.Select(static argument => argument.ToString()));
        return member
            .Replace($"[{arguments}]", string.Empty, StringComparison.Ordinal)
            .Replace($"[{arguments},", "[", StringComparison.Ordinal)
            .Replace("SoftKernels.Numerics.Kernel<TLanes,TFormat,TVector,TBits,T>", register.FullName!, StringComparison.Ordinal)
            .Replace("IRows<T>", $"IRows<{kernel.GenericTypeArguments[^1]}>", StringComparison.Ordinal)
            .Replace("IColumns<T>", $"IColumns<{kernel.GenericTypeArguments[^1]}>", StringComparison.Ordinal)
            .Replace(kernel.GetGenericTypeDefinition().FullName!, register.FullName!, StringComparison.Ordinal);
    }
}
