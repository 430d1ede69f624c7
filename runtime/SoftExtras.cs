using System;

namespace SoftKernels;

/// <summary>Overloads and forms that a <see cref="SoftKernelAttribute"/> asks for beside the plain methods of its operations.</summary>
[Flags]
public enum SoftExtras
{
    /// <summary>The plain methods only.</summary>
    None = 0,

    /// <summary>A temperature: the values are divided by it, and 0 is the limit.</summary>
    Temperature = 1 << 0,

    /// <summary>A mask, which says which values take part.</summary>
    Mask = 1 << 1,

    /// <summary>Along an axis that is not the last: the values of a row lie apart in memory, by the number of columns.</summary>
    Columns = 1 << 2,
}
