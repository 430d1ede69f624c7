using System;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>Whether a run tests the hardware that it means to: a misspelt switch of the runtime would go unnoticed.</summary>
[On(Hardware.Every)]
[Emulated]
public sealed class WidthTests
{
    private const string Expectation = "SOFTKERNELS_EXPECT";

    [Fact]
    public void The_registers_are_those_expected()
    {
        var expected = Environment.GetEnvironmentVariable(Expectation);
        Assert.SkipWhen(string.IsNullOrEmpty(expected), $"{Expectation} is not set; tests/isa.sh and tests/arm64.sh set it.");
        Assert.Equal(expected, InUse());
    }

    private static string InUse()
    {
        var width = Vector512.IsHardwareAccelerated ? "512"
            : Vector256.IsHardwareAccelerated ? "256"
            : AdvSimd.Arm64.IsSupported ? "arm64"
            : Vector128.IsHardwareAccelerated ? "128"
            : "scalar";
        return Fma.IsSupported || AdvSimd.Arm64.IsSupported || width == "scalar" ? width : $"{width}-nofma";
    }
}
