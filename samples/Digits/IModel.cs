using System;

namespace Digits;

/// <summary>What turns images into logits, and learns from mini-batches.</summary>
internal interface IModel
{
    string Name { get; }

    /// <summary>How many numbers it learns.</summary>
    int Parameters { get; }

    /// <summary>The logits of all images, one row of ten for each.</summary>
    void Logits(ReadOnlySpan<float> images, Span<float> logits);

    /// <summary>One step on a mini-batch. <paramref name="losses"/> receives the images' losses before it.</summary>
    void Step(ReadOnlySpan<float> images, ReadOnlySpan<int> labels, Span<float> losses);
}
