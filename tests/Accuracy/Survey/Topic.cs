using System.Collections.Generic;

namespace SoftKernels.Accuracy.Survey;

/// <summary>How an operation is asked for.</summary>
internal enum Topic
{
    Plain,
    Temperature,
    Mask,
    Columns,
    Training,
}

internal static class Topics
{
    public static IReadOnlyList<Topic> Extras { get; } = [Topic.Temperature, Topic.Mask, Topic.Columns];

    public static string Words(this Topic topic) => topic switch
    {
        Topic.Plain => "as it is",
        Topic.Temperature => "at a temperature",
        Topic.Mask => "with a mask",
        Topic.Columns => "along columns",
        _ => "in training",
    };
}
