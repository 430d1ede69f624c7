using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Planning;

/// <summary>What generated code calls, by names that mean the same wherever it stands.</summary>
internal static class Library
{
    /// <summary>What all names of the library itself begin with, unless the project knows it by an alias only.</summary>
    public const string Root = "global::SoftKernels.";

    public const string Throw = Root + "KernelThrow";

    /// <summary>Rows of any length, one a call.</summary>
    public const string SoftMath = Root + "SoftMath";

    /// <summary>Rows of one length, any number of them.</summary>
    public const string Rows = Root + "Numerics.Rows";

    /// <summary>Such rows with masks, checks and all.</summary>
    public const string MaskedRows = Root + "Numerics.MaskedRows";

    /// <summary>Columns of one length, any number of blocks of them.</summary>
    public const string ColumnsOfBlocks = Root + "Numerics.Columns";

    /// <summary>What the methods that hold unrolled code are marked with.</summary>
    public const string Optimized = "global::System.Runtime.CompilerServices.MethodImpl(" + Root + "Numerics.KernelOptions.Optimized)";

    /// <summary>What they begin with, so that the JIT optimises them at once: <c>KernelOptions</c> says why.</summary>
    public const string AtOnce = "try { } finally { while (global::System.Runtime.CompilerServices.Unsafe.SizeOf<float>() == 0) { } }";

    /// <summary>What methods that may throw are marked with, so that a trace begins with their caller.</summary>
    public const string Hidden = "global::System.Diagnostics.StackTraceHidden";

    /// <summary>Where there is that attribute.</summary>
    public const string HiddenTarget = "NET6_0_OR_GREATER";

    /// <summary>Where there are registers to unroll for.</summary>
    public const string Target = "NET8_0_OR_GREATER";

    /// <summary>The lanes of a register: a value whose type nobody has to name.</summary>
    public static string Lanes(ElementType type, int width) => Root + "Numerics.Registers." + type.RuntimePrefix + Invariant.Text(width);

    /// <summary>What turns as many rows as such a register has lanes into columns.</summary>
    public static string Columns(ElementType type, int width) => Root + "Numerics.Registers." + type.RuntimePrefix + "Columns" + Invariant.Text(width);

    public static string IsAccelerated(int width) => "global::System.Runtime.Intrinsics.Vector" + Invariant.Text(width) + ".IsHardwareAccelerated";

    public static string Reference(string keyword, string name, string span) =>
        "ref " + keyword + " " + name + " = ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(" + span + ");";
}
