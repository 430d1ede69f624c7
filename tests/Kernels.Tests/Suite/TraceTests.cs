using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>Whoever passed the arguments stands first in an exception's trace.</summary>
[On(Hardware.Any)]
public sealed class TraceTests
{
    public static TheoryData<string> Calls { get; } = ["row", "rows", "any", "library", "generic"];

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_trace_begins_with_the_caller(string call)
    {
        Exception exception = Assert.ThrowsAny<ArgumentException>(() => Caller(call));

        string trace = exception.StackTrace!.TrimStart();
        Assert.StartsWith($"at {typeof(TraceTests).FullName}.{nameof(Caller)}(", trace, StringComparison.Ordinal);
        Assert.Contains("KernelThrow", new StackTrace(exception).GetFrame(0)!.GetMethod()!.DeclaringType!.Name, StringComparison.Ordinal);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Caller(string call)
    {
        float[] nine = new float[int.Parse("9", System.Globalization.CultureInfo.InvariantCulture)];
        float[] ten = new float[nine.Length + 1];
        switch (call)
        {
            case "row":
                SingleKernels.Softmax10(nine, ten);
                break;
            case "rows":
                SingleKernels.Softmax10Rows(nine, ten);
                break;
            case "any":
                SingleKernels.Softmax(nine, ten);
                break;
            case "library":
                SoftMath.Softmax(nine, ten);
                break;
            default:
                SoftMath.Max<Half>([]);
                break;
        }
    }
}
