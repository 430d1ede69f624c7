using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace SoftKernels.Kernels.Tests.Subject;

/// <summary>Generated methods and those of <c>SoftMath</c>, by their names: a delegate says the types of their parameters.</summary>
internal static class Methods
{
    /// <param name="owner">Whose method it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="parameters">What its parameters are called, where that matters.</param>
    public static TDelegate Find<TDelegate>(Type owner, string name, IEnumerable<string>? parameters = null)
        where TDelegate : Delegate
    {
        Type[] types = [.. Parameters<TDelegate>().Select(parameter => parameter.ParameterType)];
        var method = owner.GetMethod(name, BindingFlags.Public | BindingFlags.Static, types) ?? Generic(owner, name, types)
            ?? throw new MissingMethodException($"{owner.Name} has no public static {name}({string.Join(", ", types.Select(type => type.ToString()))}).");
        var names = method.GetParameters().Select(parameter => parameter.Name);
        return parameters is null || names.SequenceEqual(parameters)
            ? method.CreateDelegate<TDelegate>()
            : throw new MissingMethodException($"{owner.Name}.{name} names its parameters ({string.Join(", ", names)}), not ({string.Join(", ", parameters)}).");
    }

    /// <summary>The parameters are called what the delegate calls them.</summary>
    public static TDelegate FindNamed<TDelegate>(Type owner, string name)
        where TDelegate : Delegate => Find<TDelegate>(owner, name, Parameters<TDelegate>().Select(parameter => parameter.Name!));

    /// <summary>Of the generic ones that which takes such parameters, for the type of what the first of them is a span of.</summary>
    private static MethodInfo? Generic(Type owner, string name, Type[] types) => owner.GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.Name == name && method.IsGenericMethodDefinition && types[0].IsGenericType)
        .Select(method => method.MakeGenericMethod(types[0].GenericTypeArguments[0]))
        .SingleOrDefault(method => method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(types));

    private static ParameterInfo[] Parameters<TDelegate>() => typeof(TDelegate).GetMethod("Invoke")!.GetParameters();
}
