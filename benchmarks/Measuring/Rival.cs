namespace SoftKernels.Benchmarks.Measuring;

/// <summary>What the generated methods are compared with.</summary>
internal enum Rival
{
    ScalarLoop,
    TensorPrimitives,
    StableComposition,
    OnnxRuntime,
    Fallback,
    OurSoftmax,
    Roofline,
}

internal static class Rivals
{
    public const string Legend = "Under a peer's name: its time ÷ ours. Under ×: our time ÷ that.";

    public static string Name(this Rival rival) => rival switch
    {
        Rival.ScalarLoop => "scalar loop",
        Rival.TensorPrimitives => "TensorPrimitives",
        Rival.StableComposition => "stable composition",
        Rival.OnnxRuntime => "ONNX Runtime",
        Rival.Fallback => "SoftMath",
        Rival.OurSoftmax => "our Softmax",
        _ => "roofline",
    };

    /// <summary>A peer's column says how many times our time it takes, a yardstick's how many times its time we take.</summary>
    public static bool IsYardstick(this Rival rival) => rival is Rival.OurSoftmax or Rival.Roofline;

    public static string Column(this Rival rival) => rival.IsYardstick() ? $"× {rival.Name()}" : rival.Name();
}
