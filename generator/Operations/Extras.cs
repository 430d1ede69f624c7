using System;

namespace SoftKernels.Generator.Operations;

/// <summary>The members of <c>SoftExtras</c>: what is asked for beside the plain methods of an operation.</summary>
[Flags]
internal enum Extras
{
    None = 0,
    Temperature = 1 << 0,
    Mask = 1 << 1,
    Columns = 1 << 2,
}
