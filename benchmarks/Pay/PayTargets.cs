using System.Collections.Generic;

namespace SoftKernels.Benchmarks.Pay;

/// <summary>What a user may pay at most before the first result.</summary>
internal static class PayTargets
{
    public const double FurtherOperationKilobytes = 6;
    public const double TwoResultsKilobytes = 8;
    public const double CompileSeconds = 7;
    public const double WarmCompileMilliseconds = 25;
    public const double FirstKernelSeconds = 0.25;
    public const double KeystrokeMilliseconds = 2;
    public const double FirstCallMilliseconds = 10;

    /// <summary>The sizes that stand for their layouts.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [10, 64, 256, 1000];

    /// <returns>Null for doubles, for which no target was set.</returns>
    public static double? SourceKilobytes(int size, bool isDouble) => (size, isDouble) switch
    {
        (_, true) => null,
        (<= 16, _) => 40,
        (<= 128, _) => 35,
        (<= 256, _) => 25,
        _ => 22,
    };

    /// <summary>Of the same operation, in the same process.</summary>
    public static double SecondSizeMilliseconds(bool isServedByLibrary) => isServedByLibrary ? 2 : 5;
}
