namespace SoftKernels.Accuracy.Survey;

/// <summary>What is measured of a row.</summary>
internal enum Quantity
{
    Softmax,
    LogSoftmax,
    LogSumExp,
    Sum,
    Loss,
    Gradient,
    GradientOfLabel,
    LossOfTargets,
    GradientOfTargets,
    Entropy,
    SoftmaxGradient,
    LogSoftmaxGradient,
}
