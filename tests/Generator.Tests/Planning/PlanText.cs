using System.Collections.Generic;
using System.Linq;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Planning;

namespace SoftKernels.Generator.Tests.Planning;

/// <summary>The planned methods of an operation that no catalogue has.</summary>
internal static class PlanText
{
    public static List<MethodPlan> Methods(Operation operation, int size, string type = "float") =>
        Methods([operation], KernelMethods.Forms, new KernelModel(type, size, operation.Flag, (int)operation.Extra));

    public static List<MethodPlan> Methods(Operation[] operations, SizedForm[] forms, params KernelModel[] kernels) => KernelMethods.Of(kernels, operations, forms);

    public static MethodPlan Method(Operation operation, int size, string name) => Methods(operation, size).Single(method => method.Shape.Name == name);

    public static string Heads(Operation operation, int size, string type = "float") =>
        string.Join("\n", Methods(operation, size, type).Select(method => Short(method.Head)));

    public static string Documentation(Operation operation, int size, string name) => Short(string.Join("\n", Method(operation, size, name).Documentation));

    public static string Body(Operation operation, int size, string name) => Short(string.Join("\n", Method(operation, size, name).Body));

    /// <summary>Without the names that say where a name comes from.</summary>
    private static string Short(string text) => text
        .Replace("global::System.Runtime.InteropServices.", "")
        .Replace("global::System.Runtime.Intrinsics.", "")
        .Replace("global::System.Runtime.CompilerServices.", "")
        .Replace("global::SoftKernels.Numerics.", "")
        .Replace("global::SoftKernels.", "")
        .Replace("global::System.", "");
}
