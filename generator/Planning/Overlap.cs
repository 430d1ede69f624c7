using System.Collections.Generic;
using SoftKernels.Generator.Operations;

namespace SoftKernels.Generator.Planning;

/// <summary>Two spans of which one is written, so that they must not overlap.</summary>
internal sealed class Overlap(Parameter first, Parameter written)
{
    public Parameter First { get; } = first;

    public Parameter Written { get; } = written;

    /// <summary>Whether they may begin together, which is working in place: what is read has the numbers' type of what is written.</summary>
    public bool MayBeginTogether => !First.Port.IsOut && First.Port.Element == Written.Port.Element;

    /// <summary>Whether they have one length, however many rows there are.</summary>
    public bool IsOfOneLength => First.Port.Extent == Extent.Row && Written.Port.Extent == Extent.Row;

    /// <summary>Each result with what is read, and with the results before it.</summary>
    public static List<Overlap> Of(MethodShape shape)
    {
        List<Overlap> overlaps = [];
        for (int i = 0; i < shape.Parameters.Length; i++)
        {
            Parameter written = shape.Parameters[i];
            for (int j = 0; written.IsSpan && written.Port.IsOut && j < shape.Parameters.Length; j++)
            {
                Parameter other = shape.Parameters[j];
                if (other.IsSpan && (j < i || !other.Port.IsOut))
                {
                    overlaps.Add(new(other, written));
                }
            }
        }

        return overlaps;
    }
}
