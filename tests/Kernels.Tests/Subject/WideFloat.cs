using System;
using System.Linq;
using System.Numerics;
using System.Reflection;
using System.Reflection.Emit;

namespace SoftKernels.Kernels.Tests.Subject;

/// <summary>
/// A binary floating-point type of any width, as far as its declaration goes: all of the interface's members throw. Emitted, because a
/// type written out would be two hundred of them.
/// </summary>
internal static class WideFloat
{
    public static Type Emit(int bytes)
    {
        var name = new AssemblyName("WideFloats");
        var type = AssemblyBuilder.DefineDynamicAssembly(name, AssemblyBuilderAccess.RunAndCollect)
            .DefineDynamicModule(name.Name!)
            .DefineType($"Float{8 * bytes}", TypeAttributes.Public | TypeAttributes.Sealed | TypeAttributes.SequentialLayout, typeof(ValueType), PackingSize.Unspecified, bytes);

        var whole = typeof(IBinaryFloatingPointIeee754<>);
        foreach (var part in whole.GetInterfaces().Append(whole))
        {
            Implement(type, part, whole.GetGenericArguments()[0]);
        }

        return type.CreateType();
    }

    /// <summary>Of the interface that <paramref name="part"/> is for <paramref name="self"/>, the one for <paramref name="type"/>.</summary>
    private static void Implement(TypeBuilder type, Type part, Type self)
    {
        var closed = Closed(part, self, type);
        type.AddInterfaceImplementation(closed);
        var definition = part.IsGenericType ? part.GetGenericTypeDefinition() : part;
        foreach (var member in definition.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        {
            if (member.IsAbstract)
            {
                var target = closed.IsGenericType ? TypeBuilder.GetMethod(closed, member) : member;
                Throw(type, definition, member, target, closed.IsGenericType ? closed.GetGenericArguments() : []);
            }
        }
    }

    private static void Throw(TypeBuilder type, Type owner, MethodInfo member, MethodInfo target, Type[] arguments)
    {
        var body = type.DefineMethod(
            $"{owner.Name}.{member.Name}",
            MethodAttributes.Private | MethodAttributes.HideBySig | (member.IsStatic ? MethodAttributes.Static : MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.NewSlot));
        var own = member.GetGenericArguments();
        Type[] parameters = own.Length == 0 ? [] : [.. body.DefineGenericParameters([.. own.Select(parameter => parameter.Name)])];
        foreach (var (parameter, builder) in own.Zip(parameters.Cast<GenericTypeParameterBuilder>()))
        {
            builder.SetGenericParameterAttributes(parameter.GenericParameterAttributes);
            builder.SetInterfaceConstraints([.. parameter.GetGenericParameterConstraints().Where(constraint => constraint.IsInterface).Select(Here)]);
        }

        Type Here(Type there) => Substituted(there, owner.GetGenericArguments(), arguments, own, parameters);

        body.SetReturnType(Here(member.ReturnType));
        body.SetParameters([.. member.GetParameters().Select(parameter => Here(parameter.ParameterType))]);
        var code = body.GetILGenerator();
        code.Emit(OpCodes.Ldnull);
        code.Emit(OpCodes.Throw);
        type.DefineMethodOverride(body, target);
    }

    private static Type Closed(Type part, Type self, Type type) =>
        part.IsGenericType ? part.GetGenericTypeDefinition().MakeGenericType([.. part.GetGenericArguments().Select(argument => argument == self ? type : argument)]) : part;

    private static Type Substituted(Type type, Type[] owners, Type[] arguments, Type[] own, Type[] parameters)
    {
        Type Inner(Type inner) => Substituted(inner, owners, arguments, own, parameters);

        if (type.IsByRef)
        {
            return Inner(type.GetElementType()!).MakeByRefType();
        }

        if (type.IsArray)
        {
            return Inner(type.GetElementType()!).MakeArrayType();
        }

        if (type.IsGenericParameter)
        {
            return type.DeclaringMethod is null ? arguments[Array.IndexOf(owners, type)] : parameters[Array.IndexOf(own, type)];
        }

        return type.IsGenericType ? type.GetGenericTypeDefinition().MakeGenericType([.. type.GetGenericArguments().Select(Inner)]) : type;
    }
}
