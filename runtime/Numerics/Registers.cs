using System.ComponentModel;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary>The registers there are, as values: what generated code and the library call. The one place that spells their types.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Registers
{
#if NET8_0_OR_GREATER
    /// <summary>16 floats.</summary>
    public static Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float> Single512 => default;

    /// <summary>8 floats.</summary>
    public static Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float> Single256 => default;

    /// <summary>4 floats.</summary>
    public static Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float> Single128 => default;

    /// <summary>8 doubles.</summary>
    public static Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double> Double512 => default;

    /// <summary>4 doubles.</summary>
    public static Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double> Double256 => default;

    /// <summary>2 doubles.</summary>
    public static Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double> Double128 => default;

    /// <summary>Turns 16 rows of floats into columns and back.</summary>
    public static SingleColumns512 SingleColumns512 => default;

    /// <summary>Turns 8 rows of floats into columns and back.</summary>
    public static SingleColumns256 SingleColumns256 => default;

    /// <summary>Turns 4 rows of floats into columns and back.</summary>
    public static SingleColumns128 SingleColumns128 => default;

    /// <summary>Turns 8 rows of doubles into columns and back.</summary>
    public static DoubleColumns512 DoubleColumns512 => default;

    /// <summary>Turns 4 rows of doubles into columns and back.</summary>
    public static DoubleColumns256 DoubleColumns256 => default;
#endif

    /// <summary>A float, without any register.</summary>
    internal static Kernel<SingleScalar, SingleFormat, float, int, float> Single => default;

    /// <summary>A double, without any register.</summary>
    internal static Kernel<DoubleScalar, DoubleFormat, double, long, double> Double => default;
}
