using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Operations;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Planning;

namespace SoftKernels.Generator.Diagnostics.Calls;

/// <summary>A call of a generated method, or of <c>SoftMath</c>.</summary>
/// <param name="Invocation">The call.</param>
/// <param name="Operation">What it computes.</param>
/// <param name="Shape">The planned method's parameters.</param>
/// <param name="Size">N; 0 for any length.</param>
internal sealed record KernelCall(IInvocationOperation Invocation, Operation Operation, MethodShape Shape, int Size)
{
    public string Type => Invocation.TargetMethod.ContainingType.Name;

    public string Name => $"{Type}.{Invocation.TargetMethod.Name}";

    /// <summary>What a length must be a multiple of: N, or as many as a block of columns has, where their number is known when the program is compiled.</summary>
    public int Unit(StretchReader reader)
    {
        foreach (IArgumentOperation argument in Invocation.Arguments)
        {
            if (argument.Parameter!.Name == Shape.Last && reader.ReadInteger(argument.Value) is > 0 and var columns && (long)columns * Size <= int.MaxValue)
            {
                return columns * Size;
            }
        }

        return Size;
    }

    /// <summary>What is passed for the spans, in the order of the parameters.</summary>
    public List<SpanArgument> Spans(StretchReader reader)
    {
        List<SpanArgument> spans = [];
        for (int i = 0; i < Shape.Parameters.Length; i++)
        {
            if (Shape.Parameters[i].IsSpan)
            {
                IArgumentOperation argument = Argument(i);
                spans.Add(new(Shape.Parameters[i], argument, reader.Read(argument.Value)));
            }
        }

        return spans;
    }

    /// <summary>What is passed for a parameter of the shape, by its number.</summary>
    public IArgumentOperation Argument(int ordinal) => Invocation.Arguments.First(argument => argument.Parameter!.Ordinal == ordinal);
}

/// <summary>What is passed for a span.</summary>
/// <param name="Parameter">What the method expects.</param>
/// <param name="Argument">What the user wrote.</param>
/// <param name="Stretch">As far as it is known when the program is compiled.</param>
internal sealed record SpanArgument(Parameter Parameter, IArgumentOperation Argument, Stretch? Stretch)
{
    /// <summary>As the method names it.</summary>
    public string Name => Argument.Parameter!.Name;

    public int? Length => Stretch?.Length;
}
