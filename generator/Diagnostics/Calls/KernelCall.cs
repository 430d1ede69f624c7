using System.Linq;
using Microsoft.CodeAnalysis.Operations;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Diagnostics.Calls;

/// <summary>A call of a generated method, or of <c>SoftMath</c>.</summary>
internal sealed record KernelCall(IInvocationOperation Invocation, Recipe Recipe, MethodForm Form, int Size)
{
    public string Type => Invocation.TargetMethod.ContainingType.Name;

    public string Name => $"{Type}.{Invocation.TargetMethod.Name}";

    public IArgumentOperation Source => Argument(0);

    public IArgumentOperation? Destination => Invocation.TargetMethod.Parameters.Length > 1 ? Argument(1) : null;

    private IArgumentOperation Argument(int ordinal) => Invocation.Arguments.First(argument => argument.Parameter!.Ordinal == ordinal);
}
