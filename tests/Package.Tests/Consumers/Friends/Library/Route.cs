using SoftKernels;

namespace Friends;

/// <summary>Internal, and visible to the program, which has kernels of its own.</summary>
[SoftKernel(Size = 4)]
internal static partial class Route;
