using System.Collections.Generic;
using System.Reflection;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;

namespace SoftKernels.Generator.Planning;

/// <summary>A generated file, every decision taken: what is left is to print it.</summary>
internal sealed class FilePlan
{
    public const string Tool = "SoftKernels";

    private FilePlan(KernelTypeModel type)
    {
        Comment = $"Written by {Tool} {ToolVersion} for {type.MetadataName}. Why methods begin with an empty try: see KernelOptions.";
        if (type.Namespace.Length > 0)
        {
            Containers.Add("namespace " + type.Namespace);
        }

        foreach (TypeDeclaration declaration in type.Types)
        {
            Containers.Add("partial " + declaration.Keyword + " " + declaration.Name);
        }

        Methods = KernelMethods.Of(type.Kernels);
        LibraryAlias = type.LibraryAlias;
    }

    /// <summary>The package's version, a pre-release's too; what follows a plus sign names a build, and must not change what is generated.</summary>
    public static string ToolVersion { get; } = typeof(FilePlan).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>().InformationalVersion.Split('+')[0];

    /// <summary>What the file says of itself.</summary>
    public string Comment { get; }

    /// <summary>
    /// A base type may have kernels of its own, or virtual methods of such names, which these hide; and the type's name is its owner's affair. Unsigned numbers are none of the common
    /// language's: who asks for masks of bits has masks of bools beside them.
    /// </summary>
    public string DisabledWarnings => "CS0108, CS0114, CS8981" + (HasBits ? ", CS3001" : "");

    /// <summary>The extern alias that stands for <see cref="Library.Root"/>'s <c>global</c>, where the project knows the library by that alone.</summary>
    public string? LibraryAlias { get; }

    /// <summary>The namespace, the types that contain the annotated one, and that.</summary>
    public List<string> Containers { get; } = [];

    public List<MethodPlan> Methods { get; }

    private bool HasBits => Methods.Exists(method => System.Array.Exists(method.Shape.Parameters, parameter => parameter.Port.Element == PortElement.Bits));

    public static FilePlan Of(KernelTypeModel type) => new(type);
}
