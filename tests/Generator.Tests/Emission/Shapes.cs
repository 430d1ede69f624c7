using System.Collections.Generic;

namespace SoftKernels.Generator.Tests.Emission;

/// <summary>Sources whose generated code must compile, by name.</summary>
/// <remarks>Where names of several types are the matter, the first has all operations and the others a short one, whose files and names are as many.</remarks>
internal static class Shapes
{
    /// <summary>C# 7.3, for any framework.</summary>
    public static IReadOnlyDictionary<string, string[]> Classic { get; } = new Dictionary<string, string[]>
    {
        ["static class"] = ["[SoftKernels.SoftKernel(Size = 10)] public static partial class C { }"],
        ["static class with columns"] = ["[SoftKernels.SoftKernel(Size = 10, Extras = SoftKernels.SoftExtras.Columns)] public static partial class C { }"],
        ["private nested class"] = ["static partial class Outer { [SoftKernels.SoftKernel(Size = 4)] private static partial class C { } }"],
        ["struct"] = ["[SoftKernels.SoftKernel(Size = 4)] public readonly ref partial struct C { }"],
        ["abstract class"] = ["[SoftKernels.SoftKernel(Size = 4)] public abstract partial class C { protected C(int x) { } }"],
        ["generic class in generic struct"] = ["""
            namespace N
            {
                public partial struct Outer<T> where T : class, new()
                {
                    [SoftKernels.SoftKernel(Size = 4)] public partial class C<TKey, TValue> where TKey : struct where TValue : System.IDisposable { }
                }
            }
            """],
        ["type parameter named like an element type's"] = ["[SoftKernels.SoftKernel(Size = 4)] partial class C<T, Span, ReadOnlySpan, System, MathF> { }"],
        ["ref struct with constraints"] = ["[SoftKernels.SoftKernel(Size = 4)] ref partial struct C<T> where T : unmanaged { public T Get() { return default(T); } }"],
        ["keyword names"] = ["namespace @int.@static { partial class @class<@float> { [SoftKernels.SoftKernel(Size = 4)] partial struct @void { } } }"],
        ["contextual keyword names"] = ["""
            namespace global.var { partial class @partial { [SoftKernels.SoftKernel(Size = 4)] partial struct @record { } } }
            """],
        ["names from many scripts"] = ["""
            namespace Größe.数 { static partial class Ψυχή<Тип> { [SoftKernels.SoftKernel(Size = 4)] internal static partial class 数字 { } } }
            """],
        ["names with joiners and accents"] = ["""
            [SoftKernels.SoftKernel(Size = 4)] static partial class A‿B { }
            [SoftKernels.SoftKernel(Size = 4, Operations = SoftKernels.SoftOperations.Max)] static partial class Aé { }
            [SoftKernels.SoftKernel(Size = 4, Operations = SoftKernels.SoftOperations.Max)] static partial class A\u200DB { }
            [SoftKernels.SoftKernel(Size = 4, Operations = SoftKernels.SoftOperations.Max)] static partial class ÀःB { }
            """],
        ["a name too long for a file"] = [$"namespace {new string('N', 200)} {{ static partial class {new string('O', 200)} {{ [SoftKernels.SoftKernel(Size = 4)] internal static partial class {new string('K', 200)} {{ }} }} }}"],
        ["masks"] = ["""
            [SoftKernels.SoftKernel(4, Extras = SoftKernels.SoftExtras.Mask)]
            [SoftKernels.SoftKernel(64, ElementType = typeof(double), Extras = SoftKernels.SoftExtras.Mask)]
            [SoftKernels.SoftKernel(100, Name = "Named", Extras = SoftKernels.SoftExtras.Mask)]
            partial struct C<T> where T : class { }
            """],
        ["training"] = ["""
            using SoftKernels;
            [SoftKernel(4, Operations = SoftOperations.Training)]
            [SoftKernel(100, ElementType = typeof(double), Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
            [SoftKernel(10, Name = "Named", Operations = SoftOperations.All, Extras = SoftExtras.Columns)]
            partial struct C<T> where T : class { }
            """],
        ["attributes on parts in two files"] =
        [
            "[SoftKernels.SoftKernel(Size = 4)] static partial class C { }",
            "[SoftKernels.SoftKernel(Size = 5)] static partial class C { }",
        ],
        ["attributes on parts in one file"] = ["""
            [SoftKernels.SoftKernel(Size = 4)] static partial class C { }
            [SoftKernels.SoftKernel(Size = 4, ElementType = typeof(double))] static partial class C { }
            """],
        ["names that differ in case only"] = ["""
            [SoftKernels.SoftKernel(Size = 4)] static partial class Kernels { }
            [SoftKernels.SoftKernel(Size = 4, Operations = SoftKernels.SoftOperations.Max)] static partial class KERNELS { }
            namespace N { [SoftKernels.SoftKernel(Size = 4, Operations = SoftKernels.SoftOperations.Max)] static partial class Kernels { } }
            namespace n { [SoftKernels.SoftKernel(Size = 4, Operations = SoftKernels.SoftOperations.Max)] static partial class Kernels { } }
            """],
        ["names that differ in arity or nesting only"] = ["""
            [SoftKernels.SoftKernel(Size = 4)] static partial class C { }
            [SoftKernels.SoftKernel(Size = 4, Operations = SoftKernels.SoftOperations.Max)] static partial class C<T> { }
            static partial class A { [SoftKernels.SoftKernel(Size = 4, Operations = SoftKernels.SoftOperations.Max)] internal static partial class C { } }
            static partial class A<T> { [SoftKernels.SoftKernel(Size = 4, Operations = SoftKernels.SoftOperations.Max)] internal static partial class C { } }
            namespace B { [SoftKernels.SoftKernel(Size = 4, Operations = SoftKernels.SoftOperations.Max)] static partial class C { } }
            namespace B.D { [SoftKernels.SoftKernel(Size = 4, Operations = SoftKernels.SoftOperations.Max)] static partial class C { } }
            static partial class B_A { [SoftKernels.SoftKernel(Size = 4, Operations = SoftKernels.SoftOperations.Max)] internal static partial class C { } }
            """],
        ["user types named like the framework's"] = ["""
            namespace User
            {
                class System { } class Span { } class ReadOnlySpan { } class Math { } class MathF { } class Vector128 { } class Vector512 { }
                class ArgumentException { } class Single { } class Int32 { } class SoftKernels { } class SoftMath { } class KernelThrow { }
                [global::SoftKernels.SoftKernel(Size = 10)] static partial class C { }
            }
            """],
        ["user namespaces named like ours"] = ["""
            namespace User.SoftKernels.System.Runtime
            {
                class CompilerServices { }
                [global::SoftKernels.SoftKernel(Size = 10)] static partial class C { }
            }
            """],
        ["members named like the framework's"] = ["""
            [SoftKernels.SoftKernel(Size = 10)]
            static partial class C
            {
                static int System, Span, ReadOnlySpan, Math, MathF, SoftKernels, SoftMath, Vector128;
                static int Sum() { return System + Span + ReadOnlySpan + Math + MathF + SoftKernels + SoftMath + Vector128; }
                static void Set() { System = Span = ReadOnlySpan = Math = MathF = SoftKernels = SoftMath = Vector128 = Sum(); }
                class Nested { }
            }
            """],
        ["overloads beside the generated ones"] = ["""
            [SoftKernels.SoftKernel(Size = 4)]
            static partial class C
            {
                public static void Softmax4(float[] logits) { Softmax4(logits, logits); }
                public static float Max4<T>(System.ReadOnlySpan<float> values) { return Max4(values); }
                public static float LogSumExp(in System.ReadOnlySpan<float> values, int unused) { return unused; }
            }
            """],
        ["an annotated base class"] = ["""
            [SoftKernels.SoftKernel(Size = 4)] public partial class Base { }
            [SoftKernels.SoftKernel(Size = 4)] [SoftKernels.SoftKernel(Size = 5)] public partial class Derived : Base { }
            """],
        ["an annotated container"] = ["""
            [SoftKernels.SoftKernel(Size = 4)] public partial class Outer { [SoftKernels.SoftKernel(Size = 4)] public partial class Inner { } }
            """],
        ["members inherited under the generated names"] = ["""
            public class Base { protected const int Softmax4 = 1; internal static float Max(System.ReadOnlySpan<float> values) { return values.Length; } }
            [SoftKernels.SoftKernel(Size = 4)] public partial class Derived : Base { }
            """],
        ["a name in lower case"] = ["""
            #pragma warning disable CS8981
            [SoftKernels.SoftKernel(Size = 4)] public static partial class lower { }
            """],
        ["CLS-compliant and obsolete"] = ["""
            [assembly: System.CLSCompliant(true)]
            [System.Obsolete("Old.")] [SoftKernels.SoftKernel(Size = 4)] public static partial class C { }
            """],
        ["every kind of size"] = ["""
            using SoftKernels;
            [SoftKernel(Size = 1)] [SoftKernel(Size = 2)] [SoftKernel(Size = 3)] [SoftKernel(Size = 7)] [SoftKernel(Size = 8)] [SoftKernel(Size = 16)]
            [SoftKernel(Size = 17)] [SoftKernel(Size = 33)] [SoftKernel(Size = 100)] [SoftKernel(Size = 1000)] [SoftKernel(Size = 65536)]
            public static partial class Singles { }
            [SoftKernel(Size = 1, ElementType = typeof(double))] [SoftKernel(Size = 2, ElementType = typeof(double))]
            [SoftKernel(Size = 3, ElementType = typeof(double))] [SoftKernel(Size = 5, ElementType = typeof(double))]
            [SoftKernel(Size = 8, ElementType = typeof(double))] [SoftKernel(Size = 17, ElementType = typeof(double))]
            [SoftKernel(Size = 100, ElementType = typeof(double))] [SoftKernel(Size = 1000, ElementType = typeof(double))]
            public static partial class Doubles { }
            """],
        ["each operation alone"] = ["""
            using SoftKernels;
            [SoftKernel(Size = 10, Operations = SoftOperations.Softmax)] static partial class A { }
            [SoftKernel(Size = 10, Operations = SoftOperations.LogSoftmax)] static partial class B { }
            [SoftKernel(Size = 10, Operations = SoftOperations.LogSumExp)] static partial class C { }
            [SoftKernel(Size = 10, Operations = SoftOperations.Max)] static partial class D { }
            [SoftKernel(Size = 10, Operations = SoftOperations.ArgMax)] static partial class E { }
            [SoftKernel(Size = 10, Operations = SoftOperations.HardMax)] static partial class F { }
            """],
        ["named sizes"] = ["""
            using SoftKernels;
            [SoftKernel(10, Name = "Classes")] [SoftKernel(10)] [SoftKernel(10, Name = "10A")] [SoftKernel(4, Name = "_")] [SoftKernel(1000, Name = "class")]
            [SoftKernel(10, Name = "Classes", ElementType = typeof(double))] [SoftKernel(size: 4, Name = "Größe", ElementType = typeof(double))]
            static partial class C
            {
                static float Max4, Softmax4;
                static float M(System.ReadOnlySpan<float> values) { return LogSumExpClasses(values) + Max_(values) + Maxclass(values) + ArgMax10(values) + Max4 + Softmax4; }
                static double M(System.ReadOnlySpan<double> values) { Max4 = Softmax4 = M(new float[4]); return LogSumExpClasses(values) + MaxGröße(values); }
            }
            """],
        ["operations that differ by size"] = ["""
            using SoftKernels;
            [SoftKernel(Size = 4, Operations = SoftOperations.Max)] [SoftKernel(Size = 5, Operations = SoftOperations.Softmax)]
            [SoftKernel(Size = 5, ElementType = typeof(double), Operations = ~SoftOperations.Max)]
            static partial class C { }
            """],
    };

    /// <summary>The latest C#, for modern frameworks.</summary>
    public static IReadOnlyDictionary<string, string[]> Modern { get; } = new Dictionary<string, string[]>
    {
        ["of Half, beside other types"] = ["""
            using SoftKernels;
            [SoftKernel(10, Name = "Classes", ElementType = typeof(System.Half), Operations = SoftOperations.All, Extras = SoftExtras.Temperature | SoftExtras.Mask | SoftExtras.Columns)]
            [SoftKernel(1000, ElementType = typeof(System.Half), Operations = SoftOperations.All)] [SoftKernel(10, Name = "Classes")] [SoftKernel(10, ElementType = typeof(double))]
            public static partial class C
            {
                struct Half { }
                static System.Half M(System.Half[] values) => ArgMaxClasses(values, out System.Half share) == 0 ? share : LogSumExpClasses(values) + Max(values);
            }
            """],
        ["record"] = ["namespace N; [SoftKernels.SoftKernel(Size = 4)] public sealed partial record C(int X);"],
        ["record struct"] = ["namespace N; [SoftKernels.SoftKernel(Size = 4)] public readonly partial record struct C(int X);"],
        ["interface"] = ["[SoftKernels.SoftKernel(Size = 4)] public partial interface IC { void M(); }"],
        ["global using and aliases"] =
        [
            "global using SoftKernels; global using Everywhere = SoftKernels.SoftKernelAttribute;",
            "[SoftKernel(Size = 4)] partial class A { } [Everywhere(Size = 4)] partial class B { }",
            "using Alias = SoftKernels.SoftKernelAttribute; namespace N { using Second = Alias; [Second(Size = 4)] partial class C { } }",
        ],
        ["variant interface"] = ["[SoftKernels.SoftKernel(Size = 4)] public partial interface IC<in T, out TResult> where T : class { TResult M(T x); }"],
        ["masks in a variant interface"] = ["[SoftKernels.SoftKernel(4, Extras = SoftKernels.SoftExtras.Mask)] public partial interface IC<in T> where T : class { void M(T x); }"],
        ["class in interface"] = ["public partial interface IC { [SoftKernels.SoftKernel(Size = 4)] partial class C { } }"],
        ["primary constructor"] = ["[SoftKernels.SoftKernel(Size = 4)] public partial class C(int x) { public int X => x; }"],
        ["nullable constraints"] = ["[SoftKernels.SoftKernel(Size = 4)] public partial class C<T, U> where T : notnull where U : unmanaged { }"],
        ["required and scoped names"] = ["partial class @required { [SoftKernels.SoftKernel(Size = 4)] partial class @scoped { [SoftKernels.SoftKernel(Size = 4)] partial struct @file { } } }"],
        ["top-level program"] = ["[SoftKernels.SoftKernel(Size = 4)] partial class Program;"],
    };
}
