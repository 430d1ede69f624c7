using System.Collections.Generic;

namespace Playground.Kernel;

/// <summary>A text to begin with.</summary>
/// <param name="Group">What it shows.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Text">The whole text.</param>
internal sealed record Example(string Group, string Title, string Text);

/// <summary>All of them, by group: a new one is an entry here.</summary>
internal static class Examples
{
    public static IReadOnlyList<Example> All { get; } =
    [
        new("Sizes", "Ten values", """
            using SoftKernels;

            [SoftKernel(10)]
            public static partial class Digits;

            """),
        new("Sizes", "Several sizes in one class", """
            using SoftKernels;

            [SoftKernel(4)]
            [SoftKernel(16)]
            public static partial class Scores;

            """),
        new("Sizes", "A size with a name", """
            using SoftKernels;

            [SoftKernel(26, Name = "Letters")]
            public static partial class Alphabet;

            """),
        new("Sizes", "Long rows, left to the library", """
            using SoftKernels;

            [SoftKernel(50_257)]
            public static partial class Vocabulary;

            """),
        new("Types", "double", """
            using SoftKernels;

            [SoftKernel(8, ElementType = typeof(double))]
            public static partial class Precise;

            """),
        new("Types", "Half", """
            using System;
            using SoftKernels;

            [SoftKernel(16, ElementType = typeof(Half))]
            public static partial class Stored;

            """),
        new("Types", "float and double, in a nested generic record", """
            using SoftKernels;

            public partial class Model<TInput>
            {
                [SoftKernel(6)]
                [SoftKernel(6, ElementType = typeof(double))]
                public partial record Head;
            }

            """),
        new("Operations", "Softmax only", """
            using SoftKernels;

            [SoftKernel(10, Operations = SoftOperations.Softmax)]
            public static partial class Digits;

            """),
        new("Operations", "Training: losses and gradients", """
            using SoftKernels;

            [SoftKernel(10, Operations = SoftOperations.Training)]
            public static partial class Digits;

            """),
        new("Operations", "Choice: top-k and draws", """
            using SoftKernels;

            [SoftKernel(8, Operations = SoftOperations.Choice)]
            public static partial class Experts;

            """),
        new("Extras", "Temperature", """
            using SoftKernels;

            [SoftKernel(4, Extras = SoftExtras.Temperature)]
            public static partial class Policy;

            """),
        new("Extras", "Masks and columns", """
            using SoftKernels;

            [SoftKernel(9, Operations = SoftOperations.Softmax, Extras = SoftExtras.Mask | SoftExtras.Columns)]
            public static partial class Moves;

            """),
        new("Mistakes", "Not partial (SK0001)", """
            using SoftKernels;

            [SoftKernel(10)]
            public static class Digits;

            """),
        new("Mistakes", "No size, and one too many (SK0002, SK0012)", """
            using SoftKernels;

            [SoftKernel(0)]
            public static partial class Nothing;

            [SoftKernel(10, Size = 12)]
            public static partial class Twice;

            """),
        new("Mistakes", "A call that is sure to throw (SK1001)", """
            using SoftKernels;

            [SoftKernel(10)]
            public static partial class Digits
            {
                public static float[] Probabilities(float[] logits)
                {
                    float[] probabilities = new float[9];
                    Softmax10(logits, probabilities);
                    return probabilities;
                }
            }

            """),
        new("Mistakes", "A size that is not declared, and a list (CS0117, CS1503)", """
            using System.Collections.Generic;
            using SoftKernels;

            [SoftKernel(10)]
            public static partial class Digits;

            public static class Caller
            {
                public static void Normalize(float[] logits) => Digits.Softmax12(logits, logits);

                public static float Sum(List<float> logits) => Digits.LogSumExp10(logits);
            }

            """),
        new("Mistakes", "Softmax by hand that overflows (SK2001, SK2002)", """
            using System;
            using System.Linq;
            using System.Numerics.Tensors;

            public static class ByHand
            {
                public static double[] Softmax(double[] x)
                {
                    var sum = x.Sum(v => Math.Exp(v));
                    return x.Select(v => Math.Exp(v) / sum).ToArray();
                }

                public static void Tensors(float[] x, float[] y) => TensorPrimitives.SoftMax<float>(x, y);
            }

            """),
    ];

    public static Example First => All[0];
}
