using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using SoftKernels.Benchmarks.Kernels;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Versus;

/// <summary>The kernels of some build of these benchmarks, with the runtime that lies beside it; nothing else of it is used, so that any commit will do.</summary>
internal sealed class Build(string path) : AssemblyLoadContext("build")
{
    private static readonly string s_runtime = typeof(SoftMath).Assembly.GetName().Name!;

    public KernelMethods<T> Methods<T>(Subject subject, Operation operation, int size)
        where T : unmanaged => subject == Subject.SoftMath
            ? KernelMethods<T>.SoftMath(LoadFromAssemblyName(new AssemblyName(s_runtime)), operation)
            : KernelMethods<T>.Generated(LoadFromAssemblyPath(path), operation, size);

    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == s_runtime
        ? LoadFromAssemblyPath(Path.Combine(Path.GetDirectoryName(path)!, s_runtime + ".dll"))
        : null;
}
