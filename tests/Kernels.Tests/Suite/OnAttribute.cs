using System;
using System.Collections.Generic;
using Xunit.v3;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>Which hardware a test has to see.</summary>
internal enum Hardware
{
    /// <summary>Whatever there is: all would say the same.</summary>
    Any,

    /// <summary>Every register width with fused multiply-add: bits are promised there.</summary>
    Fused,

    /// <summary>Every register width, without fused multiply-add and without registers too: bounds, special values and checks.</summary>
    Every,
}

/// <summary>The hardware of a test, or of all tests of a class, as a trait: by these tests/isa.sh selects.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class OnAttribute(Hardware hardware) : Attribute, ITraitAttribute
{
    public Hardware Hardware => hardware;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("hardware", hardware.ToString())];
}

/// <summary>A test for the emulated processor of tests/arm64.sh too, which is slow: by its trait that script selects.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class EmulatedAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("emulated", "yes")];
}
