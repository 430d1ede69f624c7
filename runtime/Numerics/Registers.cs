using System.ComponentModel;

namespace SoftKernels.Numerics;

/// <summary>The registers there are, as values: what generated code and the library call. The one place that spells their types.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Registers
{
#if NET8_0_OR_GREATER
    /// <summary>16 floats.</summary>
    public static Single512 Single512 => default;

    /// <summary>8 floats.</summary>
    public static Single256 Single256 => default;

    /// <summary>4 floats.</summary>
    public static Single128 Single128 => default;

    /// <summary>8 doubles.</summary>
    public static Double512 Double512 => default;

    /// <summary>4 doubles.</summary>
    public static Double256 Double256 => default;

    /// <summary>2 doubles.</summary>
    public static Double128 Double128 => default;

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
