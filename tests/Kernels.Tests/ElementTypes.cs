using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Subject;
using SoftKernels.Kernels.Tests.Suite;

namespace SoftKernels.Kernels.Tests;

public sealed class SingleTests() : KernelSuite<float>(typeof(SingleKernels), new SingleOracle());

public sealed class DoubleTests() : KernelSuite<double>(typeof(DoubleKernels), new DoubleOracle());
